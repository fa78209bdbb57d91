using System.Globalization;
using PimBot.Application.Audit;
using PimBot.Bot.Audit;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Cards;

/// <summary>Who held a role in a span of time, each with a line of time.</summary>
internal static class HoldingsCard
{
    /// <summary>Rows on a page.</summary>
    public const int Most = 6;

    private const int Cells = 14;
    private const int LongestReason = 160;

    /// <param name="answer">A page of the answer.</param>
    /// <param name="number">The page, from 0.</param>
    /// <param name="scope">The place that was asked about; null: none.</param>
    /// <param name="role">The role's name.</param>
    /// <param name="zone">The reader's time zone.</param>
    public static AdaptiveCard For(HoldingsAnswer answer, int number, Scope? scope, string role, TimeZoneInfo zone)
    {
        var place =
            scope is null || scope.Kind is ScopeKind.Directory
                ? CardText.Literal("")
                : CardText.Of($" at {scope.Name}");
        var span = AuditFilterWords.Span(answer.Ask.From, answer.Ask.Until, zone);
        var heading = answer.Ask.WithEligible
            ? CardText.Of($"Who could activate {role}{place}, or had it")
            : CardText.Of($"Who had {role}{place}");
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(heading),
            CardParts.Line(CardText.Of($"{span!}. {CardText.Literal(Count(answer, number))}")),
        };
        body.AddRange(Warnings(answer, zone));
        foreach (var row in answer.Rows)
        {
            body.AddRange(Row(row, answer, zone));
        }

        return CardParts.Card(
            CardText.Of($"{heading}, {span!}: {CardText.Literal(Count(answer, number))}"),
            body,
            Turning(answer, number)
        );
    }

    private static string Count(HoldingsAnswer answer, int number)
    {
        var who = answer.IsOwnOnly ? "You did not have it then." : "Nobody had it then.";
        if (answer.All == 0)
        {
            return answer.Ask.WithEligible
                ? who.Replace("have it", "have it, nor could you activate it", StringComparison.Ordinal)
                : who;
        }

        var people = answer.People == 1 ? "1 person" : $"{Number(answer.People)} people";
        var times = answer.All == 1 ? "1 time" : $"{Number(answer.All)} times";
        var from = number * Most;
        return answer.All <= Most
            ? $"{people}, {times}."
            : $"{people}, {times}; here {from + 1}–{from + answer.Rows.Count}.";
    }

    private static IEnumerable<AdaptiveElement> Warnings(HoldingsAnswer answer, TimeZoneInfo zone)
    {
        if (answer.RecordBegin is not { } begin)
        {
            yield return Note("My record is empty: I can’t tell.");
            yield break;
        }

        if (answer.Ask.From < begin)
        {
            yield return Note(
                $"My record begins on {AuditFilterWords.Moment(begin, zone)}. Of the time before I only know what still held then."
            );
        }

        if (answer.IsOwnOnly)
        {
            yield return Note("You see what was yours. Others’ roles are shown to their administrators.");
        }

        if (answer.IsCutOff)
        {
            yield return Note("There is more than I read at once: ask for a shorter time.");
        }
    }

    private static Container Note(string text) =>
        new() { Style = ContainerStyle.Emphasis, Items = [new TextBlock { Text = CardText.Literal(text) }] };

    private static IEnumerable<AdaptiveElement> Row(Holding row, HoldingsAnswer answer, TimeZoneInfo zone)
    {
        yield return CardParts.RowHeading(CardText.Escaped(answer.Names.Of(row.Person)));
        yield return new ColumnSet
        {
            Spacing = Spacing.None,
            Columns =
            [
                new Column
                {
                    Width = "auto",
                    Items =
                    [
                        new TextBlock
                        {
                            Text = CardText.Literal(Line(row, answer)),
                            FontType = FontType.Monospace,
                            Size = TextSize.Small,
                            Color = row.Kind is HoldingKind.Eligible ? TextColor.Default : TextColor.Accent,
                            Wrap = false,
                        },
                    ],
                },
                new Column { Width = "stretch", Items = [CardParts.RowLine(How(row, answer))] },
            ],
        };
        yield return CardParts.RowLine(CardText.Literal(When(row, answer, zone)));
        if (Why(row, answer) is { } why)
        {
            yield return CardParts.RowLine(CardText.Escaped(why, LongestReason));
        }
    }

    /// <summary>The span as cells, of which those are filled in that the row touches. The words beside it say the same.</summary>
    private static string Line(Holding row, HoldingsAnswer answer)
    {
        var (from, length) = (answer.Ask.From, (answer.Ask.Until - answer.Ask.From) / Cells);
        return string.Concat(
            Enumerable
                .Range(0, Cells)
                .Select(i =>
                {
                    var (begin, end) = (from + (length * i), from + (length * (i + 1)));
                    var isHeld = (row.From is null || row.From < end) && (row.Until is null || row.Until > begin);
                    return isHeld && begin <= answer.Now ? '█' : '░';
                })
        );
    }

    private static CardText How(Holding row, HoldingsAnswer answer)
    {
        var how = row.Kind switch
        {
            HoldingKind.Assigned => "Assigned",
            HoldingKind.Activated => "Activated",
            HoldingKind.Member => "Member by the directory",
            HoldingKind.Outside => "Given outside PimBot",
            _ => "Could activate it",
        };
        var group = row.Group is { } id ? CardText.Of($" through {answer.Names.Of(id)}") : CardText.Literal("");
        return CardText.Literal(how) + group;
    }

    private static string When(Holding row, HoldingsAnswer answer, TimeZoneInfo zone)
    {
        var from = row.From is { } begin ? $"From {AuditFilterWords.Moment(begin, zone)}" : "Since before my record";
        return row.Until switch
        {
            null => $"{from}, with no end",
            { } until when until > answer.Now => $"{from}; ends {AuditFilterWords.Moment(until, zone)}",
            { } until => $"{from} to {AuditFilterWords.Moment(until, zone)}",
        };
    }

    private static string? Why(Holding row, HoldingsAnswer answer)
    {
        var parts = new[]
        {
            row.GivenBy is { } giver ? $"By {answer.Names.Of(giver)}" : null,
            row.ApprovedBy is { } approver ? $"Approved by {answer.Names.Of(approver)}" : null,
            row.Reason,
            row.Ticket,
        };
        var text = string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
        return text.Length == 0 ? null : text;
    }

    private static List<AdaptiveAction> Turning(HoldingsAnswer answer, int number)
    {
        var buttons = new List<AdaptiveAction>();
        if (number > 0)
        {
            buttons.Add(CardParts.Button("Previous", Verbs.ShowHoldings, AuditData.Of(answer.Ask, number - 1)));
        }

        if ((number * Most) + answer.Rows.Count < answer.All)
        {
            buttons.Add(CardParts.Button("Next", Verbs.ShowHoldings, AuditData.Of(answer.Ask, number + 1)));
        }

        if (!answer.Ask.WithEligible)
        {
            buttons.Add(
                CardParts.Button(
                    "Also who could activate it",
                    Verbs.ShowHoldings,
                    AuditData.Of(answer.Ask with { WithEligible = true }, 0)
                )
            );
        }

        var entries = new AuditFilter
        {
            Role = answer.Ask.Role,
            Person = answer.Ask.Person,
            Since = answer.Ask.From,
            Until = answer.Ask.Until,
        };
        buttons.Add(CardParts.Button("Entries of that time", Verbs.ShowAudit, AuditData.Of(entries)));
        return buttons;
    }

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
