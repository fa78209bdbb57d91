using PimBot.Application.Audit;
using PimBot.Application.Exports;
using PimBot.Bot.Audit;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>A copy of the audit as a file: which form, and the link.</summary>
internal static class AuditExportCard
{
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
            [.. ExportCard.Forms(Verbs.ExportAudit, () => AuditData.Of(filter))]
        );
    }

    /// <param name="filter">What is wanted.</param>
    /// <param name="names">Names of what the filter mentions.</param>
    /// <param name="format">Which form.</param>
    /// <param name="link">Null: this host has no public address.</param>
    /// <param name="zone">The reader's time zone.</param>
    public static AdaptiveCard Ready(
        AuditFilter filter,
        AuditNames names,
        ExportFormat format,
        Uri? link,
        TimeZoneInfo zone
    )
    {
        var (name, words) = (ExportCard.NameOf(format), ExportCard.Words(link, "API at /api/audit/export"));
        return CardParts.Card(
            CardText.Literal($"{Heading} as {name}. {words}"),
            [
                CardParts.Heading(CardText.Literal($"{Heading} as {name}")),
                .. What(filter, names, zone),
                CardParts.Line(CardText.Literal(words)),
            ],
            link is null ? [] : [ExportCard.Get(format, link)]
        );
    }

    private static IEnumerable<AdaptiveElement> What(AuditFilter filter, AuditNames names, TimeZoneInfo zone) =>
        [CardParts.Line(CardText.Escaped(AuditFilterWords.Of(filter, names, zone) ?? "Everything that you may see"))];
}
