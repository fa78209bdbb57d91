using PimBot.Application.Alerts;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Notifications;

/// <summary>Renders word of an alert for one reader from the present state.</summary>
internal sealed class AlertNoticeReader
{
    /// <summary>In a few words.</summary>
    public static string Subject(AlertKind kind) => AlertWords.Title(kind);

    /// <summary>Null: nothing of it is so any more, the alert was dismissed, or the person may not read it any more.</summary>
    public async Task<AdaptiveCard?> CardAsync(
        IPimUnitOfWork work,
        AlertNotice notice,
        TimeZoneInfo zone,
        CancellationToken cancellation
    )
    {
        var key = new AlertKey(notice.Kind, notice.Scope);
        if (
            await AlertReader.FindAsync(work, notice.Person, key, cancellation) is not { IsActive: true } view
            || await work.Alerts.IncidentsAsync(notice.Incidents, cancellation) is not { Count: > 0 } still
        )
        {
            return null;
        }

        var news = await AlertReader.ViewAsync(
            work,
            [.. still.OrderBy(i => i.FoundAt).ThenBy(i => i.Id)],
            cancellation
        );
        return AlertNoticeCard.For(view, news, work.Now, zone);
    }
}
