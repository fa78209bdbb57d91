namespace PimBot.Application.Reviews;

/// <summary>What became of taking all recommendations.</summary>
/// <param name="Recorded">How many answers were given.</param>
/// <param name="Progress">How far the reviewer has come with that.</param>
public sealed record RecommendedAnswers(int Recorded, ReviewProgress Progress);
