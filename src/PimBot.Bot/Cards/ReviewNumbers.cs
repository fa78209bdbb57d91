using PimBot.Application.Reviews;
using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>A review in numbers, in one sentence.</summary>
internal static class ReviewNumbers
{
    /// <summary>How far it is, or what came of it; null before it began.</summary>
    public static string? Of(ReviewView view) =>
        view.Review.State switch
        {
            ReviewState.NotStarted => null,
            ReviewState.InProgress or ReviewState.Completing or ReviewState.Stopped => Progress(view.Totals),
            _ => Results(view.Totals),
        };

    /// <summary>"340 of 500 answered: 300 approve, 30 deny, 10 don’t know".</summary>
    public static string Progress(ReviewTotals totals)
    {
        string?[] parts =
        [
            Part(totals.Of(ReviewVerdict.Approve), "approve"),
            Part(totals.Of(ReviewVerdict.Deny), "deny"),
            Part(totals.Of(ReviewVerdict.DontKnow), "don’t know"),
        ];
        var answers = string.Join(", ", parts.OfType<string>());
        return $"{totals.Answered} of {totals.Items} answered{(answers.Length == 0 ? "" : $": {answers}")}";
    }

    /// <summary>"12 reviewed: 8 stay, 3 lost it, 1 waits".</summary>
    public static string Results(ReviewTotals totals)
    {
        var lost = totals.Of(ReviewItemResult.Removed);
        var toLose = totals.Of(ReviewItemResult.ToRemove);
        var waits = totals.Of(ReviewItemResult.Waiting);
        var gone = totals.Of(ReviewItemResult.Gone);
        var stay = totals.Of(ReviewItemResult.Kept) + totals.Of(ReviewItemResult.Changed);
        var refused = totals.Of(ReviewItemResult.Refused);
        string?[] parts =
        [
            stay == 0 ? null : ReviewWords.Count(stay, "stays", "stay"),
            Part(lost, "lost it"),
            Part(toLose, "to lose it"),
            Part(refused, "could not be removed"),
            waits == 0 ? null : ReviewWords.Count(waits, "removal waits", "removals wait"),
            gone == 0 ? null : ReviewWords.Count(gone, "was gone before", "were gone before"),
        ];
        var results = string.Join(", ", parts.OfType<string>());
        return $"{totals.Items} reviewed{(results.Length == 0 ? "" : $": {results}")}";
    }

    private static string? Part(int number, string what) => number == 0 ? null : ReviewWords.Count(number, what, what);
}
