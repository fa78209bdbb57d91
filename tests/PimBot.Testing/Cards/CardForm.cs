using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace PimBot.Testing;

/// <summary>Fills in the inputs of a card as a client does, and refuses what a client would refuse to send.</summary>
internal static class CardForm
{
    /// <summary>The action's data with the values of its inputs: defaults, then what the person entered.</summary>
    /// <param name="action">The clicked action.</param>
    /// <param name="data">The action's own data, or that of its fallback.</param>
    /// <param name="entered">An object whose members are named like the inputs; a dictionary for ids that are no names.</param>
    public static JsonObject Fill(CardAction action, JsonNode? data, object? entered)
    {
        var filled = data?.DeepClone() as JsonObject ?? [];
        var values = JsonSerializer.SerializeToNode(entered)?.AsObject() ?? [];
        var known = action.Inputs.Select(Id).ToList();
        foreach (var (name, _) in values.Where(value => !known.Contains(value.Key, StringComparer.Ordinal)))
        {
            Assert.Fail($"[{action.Title}] sends no input '{name}'; it sends: {string.Join(", ", known)}.");
        }

        foreach (var input in action.Inputs)
        {
            var value = values[Id(input)] ?? Default(input);
            if (Refusal(input, value?.ToString() ?? "") is { } refusal)
            {
                Assert.Fail($"A client would not send [{action.Title}]: '{Id(input)}' {refusal}.");
            }

            if (value is not null)
            {
                filled[Id(input)] = AsSent(input, value);
            }
        }

        return filled;
    }

    private static string Id(JsonObject input) => Text(input, "id") ?? "";

    private static JsonNode? Default(JsonObject input) =>
        input["value"] ?? (Text(input, "type") == "Input.Toggle" ? Text(input, "valueOff") ?? "false" : null);

    /// <summary>Numbers stay numbers; everything else is sent as text, Booleans as the toggle's own words.</summary>
    private static JsonNode AsSent(JsonObject input, JsonNode value) =>
        (Text(input, "type"), value.GetValueKind()) switch
        {
            ("Input.Number", JsonValueKind.Number) => value.DeepClone(),
            ("Input.Toggle", JsonValueKind.True) => Text(input, "valueOn") ?? "true",
            ("Input.Toggle", JsonValueKind.False) => Text(input, "valueOff") ?? "false",
            (_, JsonValueKind.Array) => string.Join(',', value.AsArray().Select(item => item?.ToString())),
            _ => value.ToString(),
        };

    private static string? Refusal(JsonObject input, string value)
    {
        if (value.Length == 0)
        {
            return input["isRequired"]?.GetValue<bool>() == true ? "is required" : null;
        }

        return Text(input, "type") switch
        {
            "Input.Text" => TextRefusal(input, value),
            "Input.Number" => NumberRefusal(input, value),
            "Input.ChoiceSet" => ChoiceRefusal(input, value),
            _ => null,
        };
    }

    private static string? TextRefusal(JsonObject input, string value)
    {
        if (input["maxLength"]?.GetValue<int>() is { } maximum && value.Length > maximum)
        {
            return $"is longer than {maximum}";
        }

        return
            Text(input, "regex") is { } pattern
            && !Regex.IsMatch(value, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))
            ? $"does not match {pattern}"
            : null;
    }

    private static string? NumberRefusal(JsonObject input, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return "is no number";
        }

        var isInside = number >= (Number(input, "min") ?? number) && number <= (Number(input, "max") ?? number);
        return isInside ? null : "is out of range";
    }

    private static string? ChoiceRefusal(JsonObject input, string value)
    {
        var offered = (input["choices"] as JsonArray ?? []).Select(choice => choice?["value"]?.ToString()).ToList();
        var isMany = input["isMultiSelect"]?.GetValue<bool>() == true;
        var wrong = (isMany ? value.Split(',') : [value]).FirstOrDefault(item => !offered.Contains(item));
        return wrong is null ? null : $"does not offer '{wrong}'; it offers: {string.Join(", ", offered)}";
    }

    private static double? Number(JsonObject input, string member) => input[member]?.GetValue<double>();

    private static string? Text(JsonObject input, string member) => input[member]?.ToString();
}
