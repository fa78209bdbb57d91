using PimBot.Application.Alerts;
using PimBot.Domain.Access;

namespace PimBot.Application.Access.AsCode;

/// <summary>Carries out a plan's changes of how alerts are set.</summary>
internal static class ApplyDirectoryAlerts
{
    public static async Task RunAsync(DirectoryApplying applying, CancellationToken cancellation)
    {
        foreach (var edit in applying.Plan.Alerts)
        {
            var wanted = edit.After ?? DirectoryAlert.Default(edit.Before!.Key);
            var command = new ChangeAlertCommand
            {
                Actor = applying.Actor,
                IsByOperator = applying.IsByOperator,
                Alert = wanted.Key,
                Change = AlertChange.Configure,
                Thresholds = wanted.Thresholds,
                IsEnabled = wanted.IsEnabled,
            };
            var decision = await ChangeAlert.RunAsync(applying.Work, command, cancellation);
            if (decision.Refusal is { } refusal)
            {
                var about = DirectoryOversightEntries.Of(edit, applying.Names).Subject;
                applying.Refuse(about, DirectoryRefusalWords.Of(refusal));
            }
        }
    }
}
