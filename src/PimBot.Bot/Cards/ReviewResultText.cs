using PimBot.Application.Reviews;
using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>What became of one item, and why.</summary>
internal static class ReviewResultText
{
    public static string Title(ReviewPart part) =>
        part switch
        {
            ReviewPart.Lost => "Lost it",
            ReviewPart.Kept => "Kept it",
            ReviewPart.Waiting => "Waits",
            _ => "Everybody",
        };

    public static IEnumerable<AdaptiveElement> Of(ReviewView view, ReviewItemView row, TimeZoneInfo zone)
    {
        var item = row.Item;
        if (Result(view, item, zone) is { } result)
        {
            yield return new TextBlock
            {
                Text = CardText.Escaped(result),
                Spacing = Spacing.None,
                // Teams' warning colour can't be read on its light theme.
                Color = item.Result is ReviewItemResult.Removed ? TextColor.Attention : null,
                Weight = item.Result is ReviewItemResult.Refused or ReviewItemResult.Waiting ? TextWeight.Bolder : null,
            };
        }

        yield return CardParts.RowLine(Why(view, row));
        if (item.Answer is { Reason.Length: > 0 } answer)
        {
            yield return CardParts.Words("Reason", SafeText.Clean(answer.Reason, 300));
        }
    }

    /// <summary>What became of it in words, also for an export; null while nothing is decided.</summary>
    public static string? Result(ReviewView view, ReviewItem item, TimeZoneInfo zone) =>
        item.Result switch
        {
            ReviewItemResult.Kept => "Keeps it",
            ReviewItemResult.ToRemove when item.RetryAt is { } at =>
                $"Loses it {Words.Moment(at, view.Now, zone)}: an assignment stays for its first 5 minutes",
            ReviewItemResult.ToRemove => "Loses it when the results are applied",
            ReviewItemResult.Removed => "Lost it",
            ReviewItemResult.Refused => $"Keeps it: {Obstacle(item.Reason, view.Role.Name)}",
            ReviewItemResult.Waiting => $"Waits: {Obstacle(item.Reason, view.Role.Name)}",
            ReviewItemResult.Gone => "Did not have it any more",
            ReviewItemResult.Changed => "Keeps it: the assignment is another one now than was reviewed",
            _ => null,
        };

    /// <summary>Who decided what.</summary>
    private static CardText Why(ReviewView view, ReviewItemView row)
    {
        var item = row.Item;
        if (item.Answer is not { } answer)
        {
            return item.Decided is null
                ? CardText.Literal("No answer yet")
                : CardText.Literal(
                    item.Decided is ReviewVerdict.NotReviewed
                    && view.Review.Settings.WhenSilent is not SilenceRule.NoChange
                        ? "Nobody could be asked, so it stays as it is"
                        : $"Nobody answered. {ReviewWords.Silence(view.Review.Settings.WhenSilent)}"
                );
        }

        var by = row.AnsweredBy ?? "Someone who left";
        var bulk = answer.IsBulk ? " with all recommendations" : "";
        return CardText.Of(
            $"{ReviewWords.Verdict(answer.Verdict)}: {CardText.Escaped(by, 120)}{CardText.Literal(bulk)}"
        );
    }

    private static string Obstacle(ReasonCode? reason, string role) =>
        reason switch
        {
            ReasonCode.LastAdministrator => $"nobody else holds {role}",
            ReasonCode.LastGroupOwner => "the last owner of the group; tried again for 30 days",
            ReasonCode.LastApprover => "nobody else could approve requests",
            ReasonCode.AnotherAdministratorNeeded => "an emergency account; another administrator must confirm it",
            ReasonCode.AssignmentRequestPending => "another request about it is open",
            ReasonCode.NotAdministrator => "whoever started the review no longer administers it",
            _ => "it could not be removed; the audit says why",
        };
}
