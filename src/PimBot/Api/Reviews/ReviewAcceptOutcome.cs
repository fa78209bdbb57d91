namespace PimBot.Api.Reviews;

/// <summary>What became of accepting recommendations.</summary>
/// <param name="Recorded">How many answers were given.</param>
/// <param name="Answered">How many of the caller's items are answered now.</param>
/// <param name="Total">How many items the caller has.</param>
internal sealed record ReviewAcceptOutcome(int Recorded, int Answered, int Total);
