namespace PimBot.Application.Reviews;

/// <summary>A part of a review, for one of its reviewers.</summary>
/// <param name="Task">The review, and how far the reviewer has come with it.</param>
/// <param name="Items">By number.</param>
/// <param name="HasMore">Whether there are more after these.</param>
public sealed record ReviewPage(ReviewTask Task, IReadOnlyList<ReviewItemView> Items, bool HasMore);
