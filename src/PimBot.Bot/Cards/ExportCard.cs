using System.Text.Json.Nodes;
using PimBot.Application.Exports;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>What the cards of files have in common: the two forms, and the link to the file.</summary>
internal static class ExportCard
{
    public const string FormatKey = "format";

    /// <summary>The form that a button or a text names; null: none.</summary>
    public static ExportFormat? FormatOf(string? word) =>
        word is "json" or "ndjson" ? ExportFormat.JsonLines : ExportFormats.Find(word);

    public static string NameOf(ExportFormat format) => format is ExportFormat.Csv ? "CSV" : "JSON Lines";

    /// <summary>A button for each form; the first is what most people want.</summary>
    /// <param name="verb">What is clicked.</param>
    /// <param name="data">What of; each button has its own.</param>
    public static IEnumerable<ActionExecute> Forms(string verb, Func<JsonObject> data)
    {
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            var of = data();
            of[FormatKey] = format.Ending();
            var button = CardParts.Button(NameOf(format), verb, of);
            yield return format is ExportFormat.Csv ? button with { Style = ActionStyle.Positive } : button;
        }
    }

    /// <summary>How the file is got, in words.</summary>
    /// <param name="link">Null: this host has no public address.</param>
    /// <param name="place">Where in the API the same is: "API at /api/…".</param>
    public static string Words(Uri? link, string place) =>
        link is null
            ? $"This PimBot has no address for browsers, so there is no link. Whoever runs it can set Verification:PublicUrl; programs get the same file from the {place}."
            : "The link is yours: it works once, for 5 minutes, with what you may see then. Taking the file is recorded in the audit. Don’t pass the link on.";

    /// <summary>Opens the page where the person signs in for the file.</summary>
    public static ActionOpenUrl Get(ExportFormat format, Uri link) =>
        new()
        {
            Title = $"Get the {NameOf(format)} file",
            Url = link,
            Style = ActionStyle.Positive,
        };
}
