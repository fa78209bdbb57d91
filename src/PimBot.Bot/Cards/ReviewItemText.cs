using PimBot.Application.Reviews;
using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>What a reviewer reads of one item, in full or on two lines.</summary>
internal static class ReviewItemText
{
    private const int LongestName = 120;

    /// <summary>"Grace Gallo (guest)".</summary>
    public static CardText Name(ReviewItemView row) =>
        AssigneeText.KindOf(row.Assignee) is { } kind
            ? CardText.Of($"{CardText.Escaped(row.Assignee.Name, LongestName)} ({kind})")
            : CardText.Escaped(row.Assignee.Name, LongestName);

    public static FactSet Facts(ReviewView view, ReviewItemView row, TimeZoneInfo zone)
    {
        var item = row.Item;
        var isGroup = row.Assignee.Principal.Group is not null;
        var facts = new List<Fact>
        {
            new(CardText.Literal("Has it"), CardText.Literal(ReviewWords.Held(item, view.Now, zone))),
            new(CardText.Literal("Given"), CardText.Literal(Since(item, view.Now, zone))),
            new(
                CardText.Literal(isGroup ? "Any activated" : "Activated it"),
                CardText.Literal(ReviewWords.Ago(item.LastActivation, view.Now, zone))
            ),
            new(
                CardText.Literal(isGroup ? "Any signed in" : "Signed in"),
                CardText.Literal(ReviewWords.Ago(item.LastSignIn, view.Now, zone))
            ),
        };
        if (view.Review.Settings.ShowsRecommendations)
        {
            facts.Add(
                new(CardText.Literal("Recommended"), CardText.Literal(ReviewWords.Recommended(item.Recommendation)))
            );
        }

        return new FactSet { Facts = facts };
    }

    /// <summary>"Eligible, permanent. Activated 3 days ago".</summary>
    public static CardText Short(ReviewView view, ReviewItemView row, TimeZoneInfo zone)
    {
        var item = row.Item;
        var seen = (item.LastActivation, item.LastSignIn) switch
        {
            ({ } activated, var signedIn) when !(signedIn > activated) =>
                $"activated {ReviewWords.Ago(activated, view.Now, zone)}",
            (_, { } signedIn) => $"signed in {ReviewWords.Ago(signedIn, view.Now, zone)}",
            _ => "never signed in, as far as I know",
        };
        var members = row.MemberCount > 0 ? $"; {ReviewWords.Count(row.MemberCount, "member", "members")}" : "";
        return CardText.Literal($"{ReviewWords.Held(item, view.Now, zone)}; {seen}{members}");
    }

    /// <summary>The answer so far, with its words; nothing where there is none.</summary>
    public static IEnumerable<AdaptiveElement> Answer(
        ReviewView view,
        ReviewItemView row,
        PersonLabel who,
        TimeZoneInfo zone
    )
    {
        if (row.Item.Answer is not { } answer)
        {
            yield break;
        }

        var by = who.Of(answer.By, row.AnsweredBy);
        var bulk = answer.IsBulk ? CardText.Literal(", as recommended") : CardText.Literal("");
        yield return CardParts.Band(
            answer.Verdict switch
            {
                ReviewVerdict.Approve => ContainerStyle.Good,
                ReviewVerdict.Deny => ContainerStyle.Attention,
                _ => ContainerStyle.Emphasis,
            },
            CardText.Of($"{by} said: {ReviewWords.Verdict(answer.Verdict)}{bulk}"),
            view.IsOpen
                ? CardText.Of($"Answered {Words.Moment(answer.At, view.Now, zone)}. It can be changed until the end.")
                : CardText.Of($"Answered {Words.Moment(answer.At, view.Now, zone)}.")
        );
        if (answer.Reason.Length > 0)
        {
            yield return CardParts.Words("Reason", answer.Reason);
        }
    }

    /// <summary>A page of a group's members; nothing for a person.</summary>
    public static IEnumerable<AdaptiveElement> Members(ReviewItemView row)
    {
        if (row.Assignee.Principal.Group is null)
        {
            yield break;
        }

        if (row.MemberCount == 0)
        {
            yield return CardParts.Subtle(CardText.Literal("The group has no members now."));
            yield break;
        }

        var (from, to) = (row.MembersSkipped + 1, row.MembersSkipped + row.Members.Count);
        var which = row.Members.Count == row.MemberCount ? "Members" : $"Members {from}–{to} of {row.MemberCount}";
        yield return CardParts.Words(which, string.Join(", ", row.Members.Select(m => SafeText.Clean(m, 60))));
    }

    private static string Since(ReviewItem item, DateTimeOffset now, TimeZoneInfo zone) =>
        item.Since is null ? "before PimBot kept account" : ReviewWords.Ago(item.Since, now, zone);
}
