using PimBot.Application.Work;
using PimBot.Bot.Notifications;
using PimBot.Bot.People;
using PimBot.Channel.Cards;
using PimBot.Channel.Schema;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Turns;

/// <summary>Turns what a turn answered into messages that are owed, or into replies for the HTTP answer.</summary>
internal static class TurnReplies
{
    private const string LateFailure =
        "What you just did took long, and in the end it did not work. Please try again; if it goes on, tell your administrator.";

    /// <summary>In a group, what is personal goes to the person's own chat, and the group sees only that it did.</summary>
    public static void Owe(TurnContext context)
    {
        for (var i = 0; i < context.Replies.Count; i++)
        {
            if (context.Replies[i].Request is { } request)
            {
                context.Work.Tell(NoticeKind.RequestShown, context.Person.Id, request.Id, context.Turn.Key);
            }
            else
            {
                Owe(context, i, context.Replies[i]);
            }
        }

        if (SendsElsewhere(context))
        {
            GroupNoteHandler.Owe(context);
        }
    }

    private static bool SendsElsewhere(TurnContext context) =>
        !context.Turn.IsPersonal && (context.AnswersByNotice || context.Replies.Any(reply => !reply.IsForEverybody));

    private static void Owe(TurnContext context, int number, TurnContext.Reply reply)
    {
        var occasion = $"reply/{context.Turn.Key}/{number}";
        if (context.Turn.IsPersonal || reply.IsForEverybody)
        {
            Owe(context, occasion, reply.Activity!, null);
            return;
        }

        ReplyHandler.Owe(
            context.Work,
            OutboxWriting.IdOf(occasion),
            context.Person.Id,
            new ReplyMessage(null, reply.Activity!, Person: context.Person.Id)
        );
    }

    /// <summary>
    /// Answers a click that came as a message (Action.Submit): by changing the clicked card, or by a new message. A card
    /// that others see, too, stays, and the one that answers goes to the person's own chat.
    /// </summary>
    public static void OweAnswerTo(TurnContext context, InvokeAnswer answer)
    {
        if (!context.Turn.IsPersonal && IsCard(answer))
        {
            context.Answer(ActivityOf(answer));
            return;
        }

        var updates = IsCard(answer) ? context.ClickedMessage : null;
        Owe(context, $"answer/{context.Turn.Key}", ActivityOf(answer), updates);
    }

    /// <summary>
    /// Brings the answer of an invoke that took long. In the person's own chat the clicked card changes; a card that
    /// others see, too, stays, and the answer goes to the person's own chat.
    /// </summary>
    /// <param name="answer">Null: the turn failed.</param>
    public static void OweLate(IPimUnitOfWork work, Turn turn, InvokeAnswer? answer)
    {
        var activity = answer is null ? Outgoing.Text(LateFailure) : ActivityOf(answer);
        PersonId? person = turn.PersonId is { } id ? new PersonId(id) : null;
        if (person is null && !turn.IsPersonal)
        {
            return;
        }

        var message = turn.IsPersonal
            ? new ReplyMessage(
                PersonChats.ReferenceOf(turn.Activity, turn.TenantId),
                activity,
                IsCard(answer) ? turn.Activity.ReplyToId : null
            )
            : new ReplyMessage(null, activity, Person: person);
        ReplyHandler.Owe(
            work,
            OutboxWriting.IdOf($"{(answer is null ? "late-failure" : "late")}/{turn.Key}"),
            person,
            message
        );
    }

    public static async Task<IReadOnlyList<Activity>> InlineAsync(
        TurnContext context,
        RequestCards cards,
        CancellationToken cancellation
    )
    {
        var activities = new List<Activity>(context.Replies.Count);
        foreach (var reply in context.Replies)
        {
            activities.Add(
                reply.Activity
                    ?? Outgoing.Card(
                        await cards.ForRequesterAsync(context.Work, reply.Request!.Id, context.Zone, cancellation),
                        "Your request"
                    )
            );
        }

        return activities;
    }

    private static void Owe(TurnContext context, string occasion, Activity activity, string? updates) =>
        ReplyHandler.Owe(
            context.Work,
            OutboxWriting.IdOf(occasion),
            context.Turn.IsPersonal ? context.Person.Id : null,
            new ReplyMessage(PersonChats.ReferenceOf(context.Turn.Activity, context.Turn.TenantId), activity, updates)
        );

    private static bool IsCard(InvokeAnswer? answer) => answer?.Type is Attachment.AdaptiveCardType;

    private static Activity ActivityOf(InvokeAnswer answer) =>
        IsCard(answer)
            ? new Activity
            {
                Type = ActivityTypes.Message,
                Attachments = [new Attachment { ContentType = Attachment.AdaptiveCardType, Content = answer.Value }],
            }
            : Outgoing.Text(TextOf(answer));

    private static string TextOf(InvokeAnswer answer) =>
        answer.Value?.GetValueKind() is System.Text.Json.JsonValueKind.String
            ? answer.Value.GetValue<string>()
            : "That did not work. Say “help” to see what I can do.";
}
