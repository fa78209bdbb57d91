namespace PimBot.Application.Access;

/// <summary>A target's answer.</summary>
/// <param name="Outcome">What it says.</param>
/// <param name="Detail">A code for operators and the audit; never a secret.</param>
public sealed record TargetResult(TargetOutcome Outcome, string? Detail = null)
{
    public static readonly TargetResult Done = new(TargetOutcome.Done);
}
