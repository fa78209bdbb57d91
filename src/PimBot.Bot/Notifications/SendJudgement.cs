using PimBot.Application.Work;
using PimBot.Channel.Connector;

namespace PimBot.Bot.Notifications;

/// <summary>What follows from one attempt to send: try again, done, or given up because the person can't be reached.</summary>
/// <param name="Verdict">Which of these.</param>
/// <param name="Result">What the outbox does.</param>
internal sealed record SendJudgement(SendVerdict Verdict, OutboxResult Result)
{
    /// <summary>After so many attempts a message is too old to be of use. With the outbox's pauses: about a day.</summary>
    private const int MostAttempts = 300;

    // Begins the recorded error of a message that may be there already, whatever became of later attempts.
    private const string Perhaps = "perhaps delivered";

    /// <summary>
    /// Of something that makes one more message each time: where the outcome is unknown it is sent once more, and never
    /// again when that is unknown too. So there is at most one extra card.
    /// </summary>
    public static SendJudgement Of(SendOutcome outcome, OutboxMessage message) =>
        outcome.Kind switch
        {
            SendOutcomeKind.RetryLater when message.Attempts < MostAttempts => Again(outcome, MayBeThere(message)),
            SendOutcomeKind.Unknown when !MayBeThere(message) => Again(outcome, mayBeThere: true),
            SendOutcomeKind.Unknown => new(SendVerdict.PerhapsDelivered, OutboxResult.Done),
            _ => Of(outcome),
        };

    /// <summary>
    /// Of something that may be done any number of times, such as changing a message: it is tried until it is known. A
    /// send before or after it under the same message stays as unknown as it was.
    /// </summary>
    public static SendJudgement OfRepeatable(SendOutcome outcome, OutboxMessage message) =>
        outcome.Kind is SendOutcomeKind.RetryLater or SendOutcomeKind.Unknown && message.Attempts < MostAttempts
            ? Again(outcome, MayBeThere(message))
            : Of(outcome);

    private static SendJudgement Of(SendOutcome outcome) =>
        outcome.Kind switch
        {
            SendOutcomeKind.Delivered => new(SendVerdict.Delivered, OutboxResult.Done),
            SendOutcomeKind.HeldBack => new(SendVerdict.TryAgain, OutboxResult.PutBack(outcome.RetryAfter ?? default)),
            SendOutcomeKind.MessageGone => new(SendVerdict.MessageGone, OutboxResult.Done),
            SendOutcomeKind.ReferenceGone => new(SendVerdict.ReferenceGone, OutboxResult.Done),
            SendOutcomeKind.NotReachableNow => new(SendVerdict.Unreachable, OutboxResult.Done),
            _ => new(SendVerdict.GivenUp, OutboxResult.Done),
        };

    private static SendJudgement Again(SendOutcome outcome, bool mayBeThere)
    {
        var error = mayBeThere ? $"{Perhaps}; {CodeOf(outcome)}" : CodeOf(outcome);
        return new(SendVerdict.TryAgain, new OutboxResult(error, outcome.RetryAfter));
    }

    /// <summary>An attempt of which nothing was recorded ended with its process, or was broken off: it may have had its effect.</summary>
    private static bool MayBeThere(OutboxMessage message) =>
        message.LastError is { } error
            ? error is OutboxResult.Stopped || error.StartsWith(Perhaps, StringComparison.Ordinal)
            : message.Attempts > 1;

    private static string CodeOf(SendOutcome outcome) => outcome.Detail ?? outcome.Kind.ToString();
}
