namespace PimBot.Bot.Commands.Phrases;

/// <summary>What administrators want done with a review. Typed words never do it: that takes the card.</summary>
internal static class OpenReviewPhrases
{
    private static readonly string[] Applying =
    [
        "apply",
        "apply results of",
        "apply the results of",
        "apply results for",
        "apply the results for",
    ];

    private static readonly string[] Others =
    [
        "stop",
        "end",
        "close",
        "finish",
        "reset",
        "remind",
        "remind reviewers of",
        "remind the reviewers of",
        "results of",
        "the results of",
        "results for",
        "the results for",
        "show results of",
        "show the results of",
    ];

    private static readonly string[] Things =
    [
        "review",
        "the review",
        "this review",
        "access review",
        "the access review",
        "reviews",
        "the reviews",
    ];

    public static IEnumerable<CommandPhrase> All { get; } =
    [
        .. Applying.SelectMany(deed => Of(deed, isToApply: true)),
        .. Others.SelectMany(deed => Of(deed, isToApply: false)),
    ];

    /// <summary>"Stop review of …" names one; "stop the review" alone does not, and "stop Review Board" is about a role.</summary>
    private static IEnumerable<CommandPhrase> Of(string deed, bool isToApply) =>
        Things
            .Select(thing => $"{deed} {thing}")
            .SelectMany(words =>
                (IEnumerable<CommandPhrase>)
                    [
                        Phrase(words, PhraseTail.Nothing, static _ => new OpenReviewCommand(null, null, null, false)),
                        Phrase($"{words} of", PhraseTail.Read, tail => OpenReviewCommand.Of(tail, isToApply)),
                        Phrase($"{words} for", PhraseTail.Read, tail => OpenReviewCommand.Of(tail, isToApply)),
                    ]
            );

    private static CommandPhrase Phrase(string words, PhraseTail tail, Func<CommandTail, Command> read) =>
        new("reviews", words.Split(' '), tail, read);
}
