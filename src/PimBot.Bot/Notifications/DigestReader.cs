using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Notifications;

/// <summary>Renders the weekly digest for one administrator from the present state.</summary>
internal sealed class DigestReader
{
    public const string Subject = "Privileged access: the past week";

    /// <summary>Null: the person is gone, or is no administrator any more.</summary>
    public async Task<AdaptiveCard?> CardAsync(
        IPimUnitOfWork work,
        PersonId person,
        TimeZoneInfo zone,
        CancellationToken cancellation
    )
    {
        var administrators = await AdministratorReader.ActiveAsync(work, cancellation);
        return
            administrators.Any(a => a.Id == person)
            && await AdministratorRights.FactsAsync(work, person, cancellation) is { } facts
            ? DigestCard.For(await new WeekReader(work, facts).ReadAsync(cancellation), zone)
            : null;
    }
}
