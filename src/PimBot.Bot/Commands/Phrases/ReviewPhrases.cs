namespace PimBot.Bot.Commands.Phrases;

/// <summary>Access reviews: to answer, to look at, to start.</summary>
internal static class ReviewPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
    [
        .. CommandPhrase.Of(
            PhraseTail.Ignored,
            static _ => new ReviewsCommand(),
            "reviews",
            "my reviews",
            "access reviews",
            "review",
            "my access reviews",
            "open reviews",
            "running reviews",
            "pending reviews",
            "what do i have to review",
            "what should i review"
        ),
        .. CommandPhrase.Of(
            PhraseTail.Read,
            static tail => new StartReviewCommand(ReviewTextReader.Read(tail)),
            "start review",
            "start a review",
            "start the review",
            "start access review",
            "start an access review",
            "start reviews",
            "start review of",
            "begin review",
            "begin a review",
            "new review",
            "new access review",
            "create review",
            "create a review",
            "create an access review",
            "review of",
            "access review of"
        ),
        .. CommandPhrase.Of(
            PhraseTail.Ignored,
            static _ => new StartReviewCommand(ReviewAsked.Nothing, FindsNeedless: true),
            "find needless permanent administrators",
            "find needless administrators",
            "find unneeded administrators",
            "find permanent administrators"
        ),
    ];
}
