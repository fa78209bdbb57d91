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

    public static SendJudgement Of(SendOutcome outcome, OutboxMessage message) =>
        outcome.Kind switch
        {
            SendOutcomeKind.Delivered => new(SendVerdict.Delivered, OutboxResult.Done),
            SendOutcomeKind.RetryLater when message.Attempts < MostAttempts => Again(outcome),
            // The message may be there: one more attempt at most, so at most one extra card.
            SendOutcomeKind.Unknown when message.Attempts < 2 => Again(outcome),
            SendOutcomeKind.Unknown => new(SendVerdict.PerhapsDelivered, OutboxResult.Done),
            SendOutcomeKind.MessageGone => new(SendVerdict.MessageGone, OutboxResult.Done),
            SendOutcomeKind.ReferenceGone => new(SendVerdict.ReferenceGone, OutboxResult.Done),
            SendOutcomeKind.NotReachableNow => new(SendVerdict.Unreachable, OutboxResult.Done),
            _ => new(SendVerdict.GivenUp, OutboxResult.Done),
        };

    private static SendJudgement Again(SendOutcome outcome) =>
        new(SendVerdict.TryAgain, new OutboxResult(outcome.Detail ?? outcome.Kind.ToString(), outcome.RetryAfter));
}
