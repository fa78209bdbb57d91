using PimBot.Application.Audit;
using PimBot.Bot.Audit;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>A copy of the audit as a file: which form, and the link.</summary>
internal static class AuditExportCard
{
    public const string FormatKey = "format";
    private const string Heading = "Export the audit";

    /// <summary>Asks for the form.</summary>
    public static AdaptiveCard Ask(AuditFilter filter, AuditNames names, TimeZoneInfo zone)
    {
        const string Words =
            "CSV opens in a spreadsheet. JSON Lines keeps every field; a copy of everything can be verified by its chain of hashes.";
        return CardParts.Card(
            CardText.Literal($"{Heading}: say “export audit csv” or “export audit jsonl”."),
            [
                CardParts.Heading(CardText.Literal(Heading)),
                .. What(filter, names, zone),
                CardParts.Line(CardText.Literal(Words)),
            ],
            [Button("CSV", "csv"), Button("JSON Lines", "jsonl")]
        );

        ActionExecute Button(string title, string format)
        {
            var data = AuditData.Of(filter);
            data[FormatKey] = format;
            return CardParts.Button(title, Verbs.ExportAudit, data);
        }
    }

    /// <param name="filter">What is wanted.</param>
    /// <param name="names">Names of what the filter mentions.</param>
    /// <param name="format">Which form.</param>
    /// <param name="link">Null: this host has no public address.</param>
    /// <param name="zone">The reader's time zone.</param>
    public static AdaptiveCard Ready(
        AuditFilter filter,
        AuditNames names,
        AuditFormat format,
        Uri? link,
        TimeZoneInfo zone
    )
    {
        var name = format is AuditFormat.Csv ? "CSV" : "JSON Lines";
        var words = link is null
            ? "This PimBot has no address for browsers, so there is no link. Whoever runs it can set Verification:PublicUrl; programs get the same file from the API at /api/audit/export."
            : "The link is yours: it works once, for 5 minutes, with what you may see then. Taking the file is recorded in the audit. Don’t pass the link on.";
        return CardParts.Card(
            CardText.Literal($"{Heading} as {name}. {words}"),
            [
                CardParts.Heading(CardText.Literal($"{Heading} as {name}")),
                .. What(filter, names, zone),
                CardParts.Line(CardText.Literal(words)),
            ],
            link is null
                ? []
                :
                [
                    new ActionOpenUrl
                    {
                        Title = $"Get the {name} file",
                        Url = link,
                        Style = ActionStyle.Positive,
                    },
                ]
        );
    }

    private static IEnumerable<AdaptiveElement> What(AuditFilter filter, AuditNames names, TimeZoneInfo zone) =>
        [CardParts.Line(CardText.Escaped(AuditFilterWords.Of(filter, names, zone) ?? "Everything that you may see"))];
}
