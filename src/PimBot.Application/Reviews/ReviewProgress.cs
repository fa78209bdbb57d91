namespace PimBot.Application.Reviews;

/// <summary>How far a reviewer has come.</summary>
/// <param name="Answered">How many items are answered.</param>
/// <param name="Total">How many items there are.</param>
public sealed record ReviewProgress(int Answered, int Total)
{
    public int Open => Total - Answered;
}
