using PimBot.Application.Work;
using PimBot.Bot.Actions;
using PimBot.Bot.Cards;
using PimBot.Bot.Notifications;
using PimBot.Bot.People;
using PimBot.Bot.Wizard;
using PimBot.Channel.Schema;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Turns;

/// <summary>Finds out who speaks and what sort of turn it is, has it handled, and owes the answers.</summary>
internal sealed class TurnRouter(TextTurns texts, CardActions actions, Arrivals arrivals, RequestCards cards)
{
    public async Task<TurnResult> RouteAsync(IPimUnitOfWork work, Turn turn, CancellationToken cancellation)
    {
        if (turn.Activity.Type is ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate)
        {
            await arrivals.HandleAsync(work, turn, cancellation);
            return TurnResult.Nothing;
        }

        var action = CardAction.From(turn);
        if (turn is { IsPersonal: false, MentionsBot: false, Activity.Type: ActivityTypes.Message } && action is null)
        {
            return TurnResult.Nothing;
        }

        var person = turn.PersonId is { } id
            ? await work.Directory.FindPersonAsync(new PersonId(id), cancellation)
            : null;
        if (person is null || Stranger(turn, person) is not null)
        {
            NoteClick(work, turn, person, action);
            return Refuse(work, turn, Stranger(turn, person)!);
        }

        await KeepReferenceAsync(work, turn, person, cancellation);
        var chat = await PersonChats.FindAsync(work, person.Id, cancellation);
        var context = new TurnContext(work, turn, person, chat?.TimeZone ?? TimeZoneInfo.Utc);
        return await HandleAsync(context, action, cancellation);
    }

    private async Task<TurnResult> HandleAsync(TurnContext context, CardAction? action, CancellationToken cancellation)
    {
        InvokeAnswer? answer = null;
        if (action is not null)
        {
            answer = await actions.HandleAsync(context, action, cancellation);
        }
        else if (context.Turn.Activity.Type is ActivityTypes.Message)
        {
            await texts.HandleAsync(context, context.Turn.Text, cancellation);
            await OfferWizardAsync(context, cancellation);
        }
        else if (context.Turn.Activity.Type is ActivityTypes.Invoke)
        {
            answer = CardActions.Unknown;
        }

        if (answer is not null && context.Turn.Activity.Type is not ActivityTypes.Invoke)
        {
            TurnReplies.OweAnswerTo(context, answer);
            answer = null;
        }

        if (context.Turn is { IsPersonal: true, Activity.DeliveryMode: DeliveryModes.ExpectReplies })
        {
            return new TurnResult(answer, await TurnReplies.InlineAsync(context, cards, cancellation));
        }

        TurnReplies.Owe(context);
        return new TurnResult(answer, []);
    }

    /// <summary>Somebody may have become an administrator since PimBot was installed for them.</summary>
    private static async Task OfferWizardAsync(TurnContext context, CancellationToken cancellation)
    {
        if (
            context.Turn.IsPersonal
            && await WizardOffer.TakeAsync(context.Work, context.Person, cancellation) is { } wizard
        )
        {
            context.Show(wizard, WizardOffer.Summary);
        }
    }

    private static Task KeepReferenceAsync(
        IPimUnitOfWork work,
        Turn turn,
        Person person,
        CancellationToken cancellation
    ) =>
        turn.IsPersonal
            ? PersonChats.KeepAsync(work, person.Id, turn.Activity, turn.TenantId, cancellation)
            : GroupChats.KeepAsync(work, turn, cancellation);

    /// <summary>Why this turn is answered with nothing but a sentence; null: it is an ordinary turn.</summary>
    private static string? Stranger(Turn turn, Person? person) =>
        person switch
        {
            null when turn.PersonId is null =>
                "I can’t tell who you are, because this chat does not send your directory id. Talk to me in Teams with your work account.",
            null => "I don’t know you yet: you are not in the directory I work with. Ask an administrator to add you.",
            { Enabled: false } =>
                "This account is disabled, so I can do nothing for it. Ask an administrator to enable it.",
            { Kind: PersonKind.ServiceAccount } => "Service accounts can’t use this chat. Use your own account.",
            _ => null,
        };

    /// <summary>
    /// Who may do nothing here and clicks a card's button has come by somebody's card. What they only say leaves no entry,
    /// nor what a client does by itself.
    /// </summary>
    private static void NoteClick(IPimUnitOfWork work, Turn turn, Person? person, CardAction? action)
    {
        if (action is not { IsAutomatic: false })
        {
            return;
        }

        PersonId? who = turn.PersonId is { } id ? new PersonId(id) : null;
        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.TurnRefused,
                Actor = who,
                Subject = person?.Id,
                Detail = person switch
                {
                    null => who is null ? "NoDirectoryId" : "NotInDirectory",
                    { Enabled: false } => $"{ReasonCode.PersonDisabled}",
                    _ => $"{ReasonCode.PersonKindNotAllowed}",
                },
            }
        );
    }

    private static TurnResult Refuse(IPimUnitOfWork work, Turn turn, string sentence)
    {
        if (turn.Activity.Type is ActivityTypes.Invoke)
        {
            return TurnResult.Answer(InvokeAnswer.Message(sentence));
        }

        var activity = Outgoing.Text(sentence);
        if (turn.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            return new TurnResult(null, [activity]);
        }

        ReplyHandler.Owe(
            work,
            OutboxWriting.IdOf($"refusal/{turn.Key}"),
            null,
            new ReplyMessage(PersonChats.ReferenceOf(turn.Activity, turn.TenantId), activity)
        );
        return TurnResult.Nothing;
    }
}
