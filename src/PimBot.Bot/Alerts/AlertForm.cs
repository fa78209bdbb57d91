using System.Globalization;
using System.Text.Json;
using PimBot.Bot.Cards;
using PimBot.Channel.Turns;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Alerts;

/// <summary>What stands in the fields of an alert's settings.</summary>
/// <param name="Values">The thresholds; one that was no whole number is left out.</param>
/// <param name="IsEnabled">Whether it is looked for.</param>
internal sealed record AlertForm(AlertThresholds Values, bool IsEnabled)
{
    public const string EnabledInput = "enabled";
    public const string On = "true";

    public static AlertForm From(Alert alert) => new(alert.Thresholds, alert.IsEnabled);

    public static AlertForm Read(CardAction action, AlertDefinition definition) =>
        new(
            definition.Thresholds.Aggregate(
                new AlertThresholds(),
                (values, t) => values.With(t.Name, Number(action, InputOf(t.Name)))
            ),
            action.Text(EnabledInput) == On
        );

    public static string InputOf(AlertThresholdName name) =>
        name switch
        {
            AlertThresholdName.Days => "days",
            AlertThresholdName.Count => "count",
            AlertThresholdName.Percentage => "percentage",
            _ => "hours",
        };

    // Clients send what a number field holds as a number or as a text.
    private static int? Number(CardAction action, string input)
    {
        if (!action.Data.TryGetPropertyValue(input, out var node) || node is null)
        {
            return null;
        }

        return node.GetValueKind() switch
        {
            JsonValueKind.Number when node.AsValue().TryGetValue<int>(out var number) => number,
            JsonValueKind.String
                when int.TryParse(
                    node.GetValue<string>(),
                    NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                    CultureInfo.InvariantCulture,
                    out var typed
                ) => typed,
            _ => null,
        };
    }
}
