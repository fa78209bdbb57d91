using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Bot.Notifications;
using PimBot.Bot.People;
using PimBot.Bot.Wizard;
using PimBot.Channel.Schema;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Turns;

/// <summary>
/// People come and go: the app is installed or removed for somebody. The events arrive in any order, repeatedly, even
/// after a first message. Whoever arrives is welcomed once and is brought what waits for them.
/// </summary>
internal sealed class Arrivals
{
    private const int MostWaiting = 20;

    public async Task HandleAsync(IPimUnitOfWork work, Turn turn, CancellationToken cancellation)
    {
        if (!turn.IsPersonal)
        {
            await GroupArrivals.HandleAsync(work, turn, cancellation);
            return;
        }

        if (turn.PersonId is not { } id)
        {
            return;
        }

        var person = await work.Directory.FindPersonAsync(new PersonId(id), cancellation);
        if (person is not { Enabled: true, Kind: not PersonKind.ServiceAccount })
        {
            return;
        }

        if (turn.Activity is { Type: ActivityTypes.InstallationUpdate, Action: "remove" or "remove-upgrade" })
        {
            await PersonChats.ForgetAsync(work, person.Id, cancellation);
            return;
        }

        if (Arrives(turn.Activity))
        {
            await WelcomeAsync(work, turn, person, cancellation);
        }
    }

    internal static bool Arrives(Activity activity) =>
        activity.Type is ActivityTypes.InstallationUpdate
            ? activity.Action is "add" or "add-upgrade"
            : activity.MembersAdded?.Any(m => m.Id == activity.Recipient?.Id) is true;

    private static async Task WelcomeAsync(
        IPimUnitOfWork work,
        Turn turn,
        Person person,
        CancellationToken cancellation
    )
    {
        var isNew = await PersonChats.KeepAsync(work, person.Id, turn.Activity, turn.TenantId, cancellation);
        if (isNew)
        {
            ReplyHandler.Owe(
                work,
                OutboxWriting.IdOf($"welcome/{turn.Key}"),
                person.Id,
                new ReplyMessage(
                    PersonChats.ReferenceOf(turn.Activity, turn.TenantId),
                    Outgoing.Card(HelpCard.Welcome(person.Name), "Hello from PimBot")
                )
            );
            await OfferWizardAsync(work, turn, person, cancellation);
        }

        foreach (var view in await RequestReader.ToDecideAsync(work, person.Id, MostWaiting, cancellation))
        {
            var unreachable = await UnreachablePeople.OfAsync(work, view.Request.Id, cancellation);
            if (isNew || unreachable.Contains(person.Id))
            {
                work.Tell(NoticeKind.ApprovalAsked, person.Id, view.Request.Id, $"arrived/{view.Request.Version}");
            }
        }
    }

    private static async Task OfferWizardAsync(
        IPimUnitOfWork work,
        Turn turn,
        Person person,
        CancellationToken cancellation
    )
    {
        if (await WizardOffer.TakeAsync(work, person, cancellation) is { } wizard)
        {
            ReplyHandler.Owe(
                work,
                OutboxWriting.IdOf($"wizard/{turn.Key}"),
                person.Id,
                new ReplyMessage(
                    PersonChats.ReferenceOf(turn.Activity, turn.TenantId),
                    Outgoing.Card(wizard, WizardOffer.Summary)
                )
            );
        }
    }
}
