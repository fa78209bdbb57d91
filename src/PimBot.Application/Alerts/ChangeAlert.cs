using System.Globalization;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Alerts;

/// <summary>An administrator dismisses an alert, takes that back, or sets its thresholds; the next scan goes by them and comes at once.</summary>
public static class ChangeAlert
{
    public static async Task<Decision<Alert>> RunAsync(
        IPimUnitOfWork work,
        ChangeAlertCommand command,
        CancellationToken cancellation
    )
    {
        var right = command.IsByOperator
            ? AdministrationRight.Manage
            : await AlertRights.OverAsync(work, command.Actor, command.Alert, cancellation);
        if (right is not AdministrationRight.Manage)
        {
            return Refuse(
                work,
                command,
                right is AdministrationRight.None ? ReasonCode.UnknownAlert : ReasonCode.NotAdministrator
            );
        }

        var before = await work.Alerts.FindAsync(command.Alert, cancellation);
        if (command.ExpectedVersion is { } expected && expected != before.Version)
        {
            return Refusal.Because(ReasonCode.ChangedMeanwhile);
        }

        var decision = await DecideAsync(work, command, before, cancellation);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        work.Alerts.Save(before, decision.Value);
        work.Audit.Append(
            AlertEvents.Of(
                ActionOf(command.Change),
                command.Alert,
                command.Actor,
                DetailOf(command, before),
                command.Reason
            )
        );
        if (command.Change is AlertChange.Configure)
        {
            await work.Alerts.RequestScanAsync(cancellation);
        }

        return await work.Alerts.FindAsync(command.Alert, cancellation);
    }

    private static async Task<Decision<Alert>> DecideAsync(
        IPimUnitOfWork work,
        ChangeAlertCommand command,
        Alert before,
        CancellationToken cancellation
    ) =>
        command.Change switch
        {
            AlertChange.Dismiss => AlertLife.Dismiss(
                before,
                await work.Alerts.CountAsync(command.Alert, cancellation),
                command.Actor,
                work.Now
            ),
            AlertChange.Restore => AlertLife.Restore(before, work.Now),
            _ => AlertLife.Configure(before, command.Thresholds!, command.IsEnabled, work.Now),
        };

    private static Refusal Refuse(IPimUnitOfWork work, ChangeAlertCommand command, ReasonCode code)
    {
        work.Audit.Append(
            AlertEvents.Of(AuditAction.AlertChangeRefused, command.Alert, command.Actor, $"{command.Change}:{code}")
        );
        return Refusal.Because(code);
    }

    private static AuditAction ActionOf(AlertChange change) =>
        change switch
        {
            AlertChange.Dismiss => AuditAction.AlertDismissed,
            AlertChange.Restore => AuditAction.AlertRestored,
            _ => AuditAction.AlertConfigured,
        };

    private static string? DetailOf(ChangeAlertCommand command, Alert before)
    {
        if (command.Change is not AlertChange.Configure)
        {
            return null;
        }

        var names = before.Definition.Thresholds.Select(t => t.Name);
        var changes = names
            .Where(name => before.Thresholds[name] != command.Thresholds![name])
            .Select(name =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}:{before.Thresholds[name]}->{command.Thresholds![name]}"
                )
            );
        return string.Join(
            ' ',
            before.IsEnabled == command.IsEnabled ? changes : changes.Append($"enabled:{command.IsEnabled}")
        );
    }
}
