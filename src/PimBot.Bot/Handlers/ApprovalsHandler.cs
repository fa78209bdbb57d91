using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Reviews;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Handlers;

/// <summary><c>approvals</c>: what waits for one's decision, each on a card of its own that can be decided.</summary>
internal sealed class ApprovalsHandler : CommandHandler<ApprovalsCommand>
{
    private const int Most = 5;

    protected override Task HandleAsync(
        TurnContext context,
        ApprovalsCommand command,
        CancellationToken cancellation
    ) => ShowAsync(context, cancellation);

    /// <summary>Brings what waits for the speaker's decision, or says that nothing does.</summary>
    public static async Task ShowAsync(TurnContext context, CancellationToken cancellation)
    {
        var waiting = await RequestReader.ToDecideAsync(context.Work, context.Person.Id, Most + 1, cancellation);
        if (waiting.Count == 0)
        {
            await ShowNothingAsync(context, cancellation);
            return;
        }

        if (waiting.Count > Most)
        {
            context.Say($"These are the oldest {Most}; there are more. Say “approvals” again when they are decided.");
        }

        foreach (var view in waiting.Take(Most))
        {
            context.Ask(view.Request.Id);
        }
    }

    /// <summary>"Approvals" is what many call everything that waits for them, so what waits elsewhere is said.</summary>
    private static async Task ShowNothingAsync(TurnContext context, CancellationToken cancellation)
    {
        var (work, person) = (context.Work, context.Person.Id);
        var (_, pending) = await PendingReader.ReadAsync(work, person, skip: 0, most: 0, cancellation);
        var tasks = await ReviewReader.ToReviewAsync(work, person, cancellation);
        var answers = tasks.Sum(task => task.Progress.Open);
        if (pending == 0 && answers == 0)
        {
            var status = CardParts.Command("Status", "status");
            const string Nothing = "Nothing to decide";
            context.Show(NoticeCard.For(Nothing, "No request waits for your decision.", status), Nothing);
            return;
        }

        var sentences = new List<string> { "No activation waits for your approval." };
        var buttons = new List<AdaptiveAction>();
        if (pending > 0)
        {
            var some = ReviewWords.Count(pending, "request waits", "requests wait");
            sentences.Add($"{some} in the scopes that you administer.");
            buttons.Add(CardParts.Command("Pending", "pending"));
        }

        if (answers > 0)
        {
            var some = ReviewWords.Count(answers, "answer is", "answers are");
            sentences.Add($"{some} asked of you in access reviews.");
            buttons.Add(CardParts.Command("Reviews", "reviews"));
        }

        const string NoApproval = "Nothing to approve";
        context.Show(NoticeCard.For(NoApproval, string.Join(' ', sentences), buttons), NoApproval);
    }
}
