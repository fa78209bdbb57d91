using System.Text.Json;
using System.Text.Json.Nodes;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Wizard;

/// <summary>What was chosen for each assignment: in the fields of a role's card, and in the data of the card that asks for confirmation.</summary>
internal static class WizardChoices
{
    /// <summary>People on one card.</summary>
    public const int PageSize = 6;

    private const string ChangesKey = "changes";

    public static string FieldOf(Guid assignment) => assignment.ToString("N");

    /// <summary>The fields that were not left at "keep".</summary>
    public static IReadOnlyDictionary<Guid, WizardStep> FromInputs(CardAction action) => Read(action.Data);

    /// <summary>What was to be confirmed.</summary>
    public static IReadOnlyDictionary<Guid, WizardStep> FromData(CardAction action) =>
        action.Data.TryGetPropertyValue(ChangesKey, out var node) && node is JsonObject kept
            ? Read(kept)
            : new Dictionary<Guid, WizardStep>();

    public static JsonObject AddTo(JsonObject data, IReadOnlyDictionary<Guid, WizardStep> choices)
    {
        var kept = new JsonObject();
        foreach (var (assignment, step) in choices)
        {
            kept[FieldOf(assignment)] = step.ToString();
        }

        data[ChangesKey] = kept;
        return data;
    }

    private static Dictionary<Guid, WizardStep> Read(JsonObject values)
    {
        var choices = new Dictionary<Guid, WizardStep>();
        foreach (var (key, value) in values)
        {
            if (
                choices.Count < PageSize
                && Guid.TryParseExact(key, "N", out var assignment)
                && value?.GetValueKind() is JsonValueKind.String
                && Enum.TryParse<WizardStep>(value.GetValue<string>(), out var step)
                && step is WizardStep.MakeEligible or WizardStep.Remove
            )
            {
                choices[assignment] = step;
            }
        }

        return choices;
    }
}
