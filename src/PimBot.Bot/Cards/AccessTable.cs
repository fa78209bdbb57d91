using System.Globalization;
using PimBot.Application.Access;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>Roles with how many hold each: permanently active, active for a time, eligible.</summary>
internal static class AccessTable
{
    private const int LongestName = 60;

    /// <param name="title">Our own words.</param>
    /// <param name="accesses">The rows, in order.</param>
    /// <param name="name">What stands at a row's start; shown letter for letter.</param>
    public static IEnumerable<AdaptiveElement> Rows(
        string title,
        IEnumerable<ManagedAccess> accesses,
        Func<ManagedAccess, string> name
    )
    {
        // A column of nothing but zeros only takes the names' room on a phone.
        var all = accesses.ToList();
        var isTimed = all.Exists(a => a.Count.TimeBoundActive > 0);
        return all.Select(a =>
                Row(
                    CardText.Escaped(name(a), LongestName),
                    Number(a.Count.PermanentActive),
                    isTimed ? Number(a.Count.TimeBoundActive) : null,
                    Number(a.Count.Eligible),
                    isHead: false
                )
            )
            .Prepend(
                Row(CardText.Literal(title), "Permanent", isTimed ? "For a time" : null, "Eligible", isHead: true)
            );
    }

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static ColumnSet Row(CardText name, string permanent, string? timed, string eligible, bool isHead) =>
        new()
        {
            Spacing = isHead ? Spacing.Medium : Spacing.Small,
            Separator = isHead ? true : null,
            Columns =
            [
                Cell(name, "stretch", isHead, null),
                Cell(CardText.Literal(permanent), "76px", isHead, HorizontalAlignment.Right),
                .. timed is null
                    ? []
                    : new[] { Cell(CardText.Literal(timed), "68px", isHead, HorizontalAlignment.Right) },
                Cell(CardText.Literal(eligible), "56px", isHead, HorizontalAlignment.Right),
            ],
        };

    private static Column Cell(CardText text, string width, bool isHead, HorizontalAlignment? alignment) =>
        new()
        {
            Width = width,
            Items =
            [
                new TextBlock
                {
                    Text = text,
                    Weight = isHead ? TextWeight.Bolder : null,
                    Size = isHead && alignment is not null ? TextSize.Small : null,
                    HorizontalAlignment = alignment,
                },
            ],
        };
}
