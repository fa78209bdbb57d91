using Microsoft.Extensions.Options;
using PimBot.Application.Alerts;

namespace PimBot.Alerts;

internal sealed class AlertOptionsValidator : IValidateOptions<AlertOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertOptions options) =>
        options.ScanInterval >= AlertScanSettings.Shortest && options.ScanInterval <= AlertScanSettings.Longest
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Alerts:ScanInterval is '{options.ScanInterval}': allowed is {AlertScanSettings.Shortest} to {AlertScanSettings.Longest}."
            );
}
