using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Alerts;

/// <summary>
/// An administrator fixes incidents, each through the door by which it would be done otherwise: assignments are removed
/// and adopted by <see cref="Access.ChangeAssignment"/>, settings changed by <see cref="Policies.ChangePolicy"/>. What a
/// door refuses is left as it was, and said.
/// </summary>
public static class FixAlert
{
    /// <summary>Incidents that are fixed at a time.</summary>
    public const int Most = 100;

    public static async Task<Decision<FixReport>> RunAsync(
        IPimUnitOfWork work,
        FixAlertCommand command,
        CancellationToken cancellation
    )
    {
        var right = await AlertRights.OverAsync(work, command.Actor, command.Alert, cancellation);
        if (right is not AdministrationRight.Manage)
        {
            return Refuse(
                work,
                command,
                right is AdministrationRight.None ? ReasonCode.UnknownAlert : ReasonCode.NotAdministrator
            );
        }

        var fix = AlertDefinitions.Of(command.Alert.Kind).Fix;
        if (fix is AlertFix.None || (command.IsAdoption && fix is not AlertFix.RemoveOrAdopt))
        {
            return Refuse(work, command, ReasonCode.AlertHasNoFix);
        }

        var (incidents, hasMore) = await IncidentsAsync(work, command, cancellation);
        if (incidents.Count == 0)
        {
            return Refuse(work, command, ReasonCode.UnknownIncident);
        }

        return new FixReport(await FixAsync(work, command, fix, incidents, cancellation), hasMore);
    }

    private static async Task<IReadOnlyList<FixOutcome>> FixAsync(
        IPimUnitOfWork work,
        FixAlertCommand command,
        AlertFix fix,
        IReadOnlyList<AlertIncident> incidents,
        CancellationToken cancellation
    )
    {
        var over = await AlertRecheck.OverAsync(work, command.Alert, incidents, cancellation);
        var outcomes = new List<FixOutcome>(incidents.Count);
        foreach (var incident in incidents)
        {
            var outcome = over.Contains(incident.Id)
                ? new FixOutcome(incident, Refusal.Because(ReasonCode.IncidentOver))
                : await FixOneAsync(work, command, fix, incident, cancellation);
            outcomes.Add(outcome);
            // What is taken away at the target ends when the target says so.
            if (outcome.IsDone && !command.IsValidationOnly && fix is not AlertFix.RemoveOrAdopt)
            {
                await AlertDifferenceWriter.EndAsync(
                    work,
                    incident,
                    AlertEvents.Of(
                        AuditAction.AlertIncidentFixed,
                        incident,
                        command.Actor,
                        reason: command.Justification
                    ),
                    cancellation
                );
            }
        }

        return outcomes;
    }

    private static Task<FixOutcome> FixOneAsync(
        IPimUnitOfWork work,
        FixAlertCommand command,
        AlertFix fix,
        AlertIncident incident,
        CancellationToken cancellation
    ) =>
        fix switch
        {
            AlertFix.RequireMfa => IncidentFixes.RequireMfaAsync(work, command, incident, cancellation),
            AlertFix.RemoveOrAdopt when command.IsAdoption => OutsideFixes.AdoptAsync(
                work,
                command,
                incident,
                cancellation
            ),
            AlertFix.RemoveOrAdopt => OutsideFixes.RemoveAsync(work, command, incident, cancellation),
            _ => IncidentFixes.RemoveAsync(work, command, incident, cancellation),
        };

    private static async Task<(IReadOnlyList<AlertIncident> Incidents, bool HasMore)> IncidentsAsync(
        IPimUnitOfWork work,
        FixAlertCommand command,
        CancellationToken cancellation
    )
    {
        var all = command.Incidents is { } chosen
            ? (await work.Alerts.IncidentsAsync(chosen, cancellation)).Where(i => i.Alert == command.Alert).ToList()
            : await work.Alerts.IncidentsAsync(command.Alert, 0, Most + 1, cancellation);
        return ([.. all.Take(Most)], all.Count > Most);
    }

    private static Refusal Refuse(IPimUnitOfWork work, FixAlertCommand command, ReasonCode code)
    {
        if (!command.IsValidationOnly)
        {
            work.Audit.Append(
                AlertEvents.Of(AuditAction.AlertChangeRefused, command.Alert, command.Actor, $"Fix:{code}")
            );
        }

        return Refusal.Because(code);
    }
}
