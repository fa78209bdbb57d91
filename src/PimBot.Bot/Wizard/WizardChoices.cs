using System.Text.Json;
using System.Text.Json.Nodes;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Wizard;

/// <summary>What was chosen for each assignment: in the fields of a role's card, and in the data of the card that asks for confirmation.</summary>
internal static class WizardChoices
{
    /// <summary>People on one card.</summary>
    public const int PageSize = 6;

    /// <summary>Most that one card takes along and asks to confirm, so that it keeps to the size of a message.</summary>
    public const int Most = 24;

    private const string ChangesKey = "changes";

    public static string FieldOf(Guid assignment) => assignment.ToString("N");

    /// <summary>What was chosen on other pages, with this page's fields over it: "keep" takes a choice back.</summary>
    public static IReadOnlyDictionary<Guid, WizardStep> FromInputs(CardAction action)
    {
        var choices = Kept(action);
        Read(action.Data, choices);
        return choices;
    }

    /// <summary>What was taken along from other pages, or was to be confirmed.</summary>
    public static IReadOnlyDictionary<Guid, WizardStep> FromData(CardAction action) => Kept(action);

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

    private static Dictionary<Guid, WizardStep> Kept(CardAction action)
    {
        var choices = new Dictionary<Guid, WizardStep>();
        if (action.Data.TryGetPropertyValue(ChangesKey, out var node) && node is JsonObject kept)
        {
            Read(kept, choices);
        }

        return choices;
    }

    private static void Read(JsonObject values, Dictionary<Guid, WizardStep> choices)
    {
        foreach (var (key, value) in values)
        {
            if (
                !Guid.TryParseExact(key, "N", out var assignment)
                || value?.GetValueKind() is not JsonValueKind.String
                || !Enum.TryParse<WizardStep>(value.GetValue<string>(), out var step)
                || !Enum.IsDefined(step)
            )
            {
                continue;
            }

            if (step is WizardStep.Keep)
            {
                choices.Remove(assignment);
            }
            else if (choices.Count < Most || choices.ContainsKey(assignment))
            {
                choices[assignment] = step;
            }
        }
    }
}
