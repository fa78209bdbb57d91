namespace PimBot.Application.Reviews;

/// <summary>What became of a reminder.</summary>
/// <param name="Count">How many reviewers still owe answers.</param>
public sealed record RemindedReviewers(int Count);
