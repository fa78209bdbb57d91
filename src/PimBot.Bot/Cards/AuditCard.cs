using System.Globalization;
using PimBot.Application.Audit;
using PimBot.Bot.Audit;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Cards;

/// <summary>Entries of the audit as sentences, newest first, a page at a time.</summary>
internal static class AuditCard
{
    /// <summary>Entries on a page.</summary>
    public const int Most = 6;

    private const int LongestNote = 120;

    /// <param name="page">The page.</param>
    /// <param name="names">Names of what the filter mentions, which entries on the page need not.</param>
    /// <param name="zone">The reader's time zone.</param>
    public static AdaptiveCard For(AuditPage page, AuditNames names, TimeZoneInfo zone)
    {
        var heading = Heading(page);
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal(heading)) };
        if (AuditFilterWords.Of(WithoutOwn(page), names, zone) is { } wanted)
        {
            body.Add(CardParts.Line(CardText.Escaped(wanted)));
        }

        body.Add(CardParts.Subtle(CardText.Literal(Count(page))));
        body.AddRange(page.Entries.Select(entry => Row(entry, page, zone)));
        return CardParts.Card(CardText.Literal($"{heading}: {Count(page)}"), body, Buttons(page));
    }

    private static string Heading(AuditPage page) =>
        page.Filter.Person == page.Sight.Reader || page.Sight.IsOwnOnly ? "My audit" : "Audit";

    // "My audit" says whose it is.
    private static AuditFilter WithoutOwn(AuditPage page) =>
        page.Filter.Person == page.Sight.Reader ? page.Filter with { Person = null } : page.Filter;

    private static string Count(AuditPage page)
    {
        var count = page.Count.ToString("#,0", CultureInfo.InvariantCulture);
        return page.Count switch
        {
            0 => "No entries.",
            1 => "1 entry",
            AuditPage.CountBound => $"{count} entries or more, newest first",
            _ => $"{count} entries, newest first",
        };
    }

    private static ColumnSet Row(AuditEntry entry, AuditPage page, TimeZoneInfo zone) =>
        new()
        {
            Spacing = Spacing.Medium,
            Separator = true,
            Columns =
            [
                new Column
                {
                    Width = "stretch",
                    Items =
                    [
                        new TextBlock { Text = AuditSentences.Of(entry.Event, page.Names), Weight = TextWeight.Bolder },
                        CardParts.RowLine(CardText.Escaped(Note(entry, page.Now, zone), LongestNote)),
                    ],
                },
                new Column
                {
                    Width = "auto",
                    VerticalContentAlignment = VerticalAlignment.Center,
                    Items =
                    [
                        new ActionSet
                        {
                            Actions =
                            [
                                CardParts.Button(
                                    "Details",
                                    Verbs.ShowAuditEntry,
                                    AuditData.Entry(entry.Sequence),
                                    tooltip: $"Details of entry {entry.Sequence}"
                                ),
                            ],
                        },
                    ],
                },
            ],
        };

    private static string Note(AuditEntry entry, DateTimeOffset now, TimeZoneInfo zone)
    {
        var why = entry.Event.Reason is { Length: > 0 } reason ? $": {reason}" : "";
        var moment = Words.Moment(entry.At, now, zone);
        return $"{char.ToUpperInvariant(moment[0])}{moment[1..]}{why}";
    }

    private static List<AdaptiveAction> Buttons(AuditPage page)
    {
        var buttons = new List<AdaptiveAction>();
        if (page.IsLater)
        {
            buttons.Add(CardParts.Button("Newest", Verbs.ShowAudit, AuditData.Of(page.Filter)));
        }

        if (page.HasMore)
        {
            buttons.Add(
                CardParts.Button("Older", Verbs.ShowAudit, AuditData.Page(page.Filter, page.Entries[^1].Sequence))
            );
        }

        buttons.Add(CardParts.Button("Filter", Verbs.FilterAudit, AuditData.Of(page.Filter)));
        if (page.Count > 0)
        {
            buttons.Add(CardParts.Button("Per day", Verbs.ChartAudit, AuditData.Of(page.Filter)));
            buttons.Add(CardParts.Button("Export", Verbs.ExportAudit, AuditData.Of(page.Filter)));
        }

        return buttons;
    }
}
