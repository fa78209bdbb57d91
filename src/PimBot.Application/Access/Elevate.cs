using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>A Global Administrator takes the management of all Azure scopes for a time, and gives it back.</summary>
public static class Elevate
{
    /// <param name="work">The unit of work.</param>
    /// <param name="actor">Who; must hold Global Administrator now.</param>
    /// <param name="duration">5 minutes to <see cref="Elevation.Longest"/>.</param>
    /// <param name="justification">Why; required.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<Decision<Elevation>> RunAsync(
        IPimUnitOfWork work,
        PersonId actor,
        TimeSpan duration,
        string? justification,
        CancellationToken cancellation
    )
    {
        var facts = await AdministratorRights.FactsAsync(work, actor, cancellation);
        var reason = InertText.Clean(justification, ActivationAsk.LongestJustification);
        Refusal? refusal = facts switch
        {
            null => Refusal.Because(ReasonCode.NotGlobalAdministrator),
            _ when !AdministrationRules.IsGlobalAdministrator(facts) => Refusal.Because(
                ReasonCode.NotGlobalAdministrator
            ),
            _ when duration > Elevation.Longest => Refusal.Of([
                new RuleViolation(RuleNames.Expiration, ReasonCode.ElevationTooLong, Elevation.Longest),
            ]),
            _ when duration < Assignment.Shortest => Refusal.Of([
                new RuleViolation(RuleNames.Expiration, ReasonCode.DurationTooShort, Assignment.Shortest),
            ]),
            _ when reason is null => Refusal.Of([
                new RuleViolation(RuleNames.Justification, ReasonCode.JustificationRequired),
            ]),
            _ => null,
        };
        if (refusal is not null)
        {
            Record(work, AuditAction.AdministrationRefused, actor, reason, $"elevate:{refusal.Code}");
            return refusal;
        }

        var elevation = new Elevation(actor, work.Now, work.Now + duration);
        await work.Administration.SaveAsync(elevation, cancellation);
        Record(work, AuditAction.AccessElevated, actor, reason, elevation.Until.UtcDateTime.ToString("O"));
        return elevation;
    }

    /// <summary>Ends the person's elevation now; refused when there is none.</summary>
    public static async Task<Decision<Elevation>> EndAsync(
        IPimUnitOfWork work,
        PersonId actor,
        CancellationToken cancellation
    )
    {
        var elevation = await work.Administration.FindElevationAsync(actor, cancellation);
        if (elevation?.HoldsAt(work.Now) is not true)
        {
            return Refusal.Because(ReasonCode.NotActive);
        }

        var ended = elevation with { Until = work.Now };
        await work.Administration.SaveAsync(ended, cancellation);
        Record(work, AuditAction.ElevationEnded, actor, null, null);
        return ended;
    }

    private static void Record(
        IPimUnitOfWork work,
        AuditAction action,
        PersonId actor,
        string? reason,
        string? detail
    ) =>
        work.Audit.Append(
            new AuditEvent
            {
                Action = action,
                Actor = actor,
                Subject = actor,
                Reason = reason,
                Detail = detail,
            }
        );
}
