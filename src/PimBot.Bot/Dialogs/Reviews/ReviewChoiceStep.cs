using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>A question with a few answers that are offered; each is also said in the words of a first message.</summary>
/// <param name="Name">Stands in cards and in the store: kept for good.</param>
/// <param name="Text">The question.</param>
/// <param name="IsUnknown">Whether an answer is needed that is not known yet.</param>
/// <param name="Offers">Title, a text that is read back, and further words for it.</param>
/// <param name="Help">What to say when an answer was not understood.</param>
internal sealed record ReviewChoiceStep(
    string Name,
    string Text,
    Func<ReviewDialogState, bool> IsUnknown,
    IReadOnlyList<ReviewOffer> Offers,
    string Help
) : ReviewStep(Name)
{
    /// <summary>The answer that leaves this and all further questions to what is usual.</summary>
    public const string Usual = "usual";

    /// <summary>Whether it is not asked when the rest is to be as usual.</summary>
    public bool IsOptional { get; init; } = true;

    /// <summary>Whether what was said of it can't be left to what is usual.</summary>
    public Func<ReviewDialogState, bool> MustBeSaid { get; init; } = _ => false;

    /// <summary>Which of the answers are offered as buttons; all of them are understood.</summary>
    public Func<ReviewDialogState, IReadOnlyList<ReviewOffer>, IEnumerable<ReviewOffer>> Shown { get; init; } =
        (_, offers) => offers;

    /// <summary>What was said without the answer to this question.</summary>
    public Func<ReviewAsked, ReviewAsked> Clear { get; init; } = asked => asked;

    public override bool IsNeeded(ReviewDialogState state, ReviewSubject subject) =>
        IsUnknown(state) && (MustBeSaid(state) || !(IsOptional && state.IsRestUsual));

    public override AssignmentQuestion Question(ReviewDialogState state, ReviewSubject subject) =>
        new(Text)
        {
            Offers =
            [
                .. Shown(state, Offers).Where(o => o.Title.Length > 0).Select(o => (o.Title, o.Value)),
                .. IsOptional && !MustBeSaid(state)
                    ? [("The usual, also for the rest", Usual)]
                    : Array.Empty<(string, string)>(),
            ],
        };

    public override bool Takes(string text) =>
        Offered(text) is not null
        || IsUsual(text)
        || ReviewTextReader
            .Change(text, new TextContext(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc, []))
            .IsOnlySettings;

    public override Task<ReviewStepAnswer> AnswerAsync(
        TurnContext context,
        ReviewDialogState state,
        ReviewSubject subject,
        string text,
        CancellationToken cancellation
    )
    {
        if (IsOptional && !MustBeSaid(state) && IsUsual(text))
        {
            return Task.FromResult(new ReviewStepAnswer(state with { IsRestUsual = true }));
        }

        var said = ReviewTextReader.Change(
            Offered(text)?.Value ?? text,
            new TextContext(context.Now, context.Zone, [])
        );
        var next = state.With(said);
        return Task.FromResult(
            said.Fault is { } fault ? new ReviewStepAnswer(null, fault)
            : said.IsOnlySettings && !IsUnknown(next) ? new ReviewStepAnswer(next)
            : new ReviewStepAnswer(null, Help)
        );
    }

    public override ReviewDialogState Forget(ReviewDialogState state) => state with { Asked = Clear(state.Asked) };

    private ReviewOffer? Offered(string text)
    {
        var said = text.Trim().TrimEnd('.', '!');
        return Offers.FirstOrDefault(o =>
            o.Value.Equals(said, StringComparison.OrdinalIgnoreCase)
            || o.Title.Equals(said, StringComparison.OrdinalIgnoreCase)
            || o.Words.Contains(said, StringComparer.OrdinalIgnoreCase)
        );
    }

    private static bool IsUsual(string text) =>
        text.Trim().TrimEnd('.').ToUpperInvariant()
            is "USUAL"
                or "THE USUAL"
                or "THE USUAL, ALSO FOR THE REST"
                or "DEFAULT"
                or "DEFAULTS";
}
