using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Bot.Notifications;
using PimBot.Bot.People;
using PimBot.Channel.Schema;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Turns;

/// <summary>PimBot is added to a group chat or a team, or removed from it: it says once how it works there.</summary>
internal static class GroupArrivals
{
    public static async Task HandleAsync(IPimUnitOfWork work, Turn turn, CancellationToken cancellation)
    {
        if (Leaves(turn.Activity))
        {
            await GroupChats.ForgetAsync(work, GroupChats.IdOf(turn), cancellation);
            return;
        }

        if (!Arrivals.Arrives(turn.Activity) || !await GroupChats.KeepAsync(work, turn, cancellation))
        {
            return;
        }

        ReplyHandler.Owe(
            work,
            OutboxWriting.IdOf($"welcome/{turn.Key}"),
            null,
            new ReplyMessage(
                PersonChats.ReferenceOf(turn.Activity, turn.TenantId),
                Outgoing.Card(GroupHelpCard.For(turn), "Hello from PimBot")
            )
        );
    }

    private static bool Leaves(Activity activity) =>
        activity is { Type: ActivityTypes.InstallationUpdate, Action: "remove" or "remove-upgrade" }
        || activity.MembersRemoved?.Any(m => m.Id == activity.Recipient?.Id) is true;
}
