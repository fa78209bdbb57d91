namespace PimBot.Application.Access.AsCode;

/// <summary>What became of applying a directory file.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Plan">What was done, or would have been.</param>
/// <param name="Refusals">Each change that was refused, and why, one sentence each; then nothing at all was changed.</param>
public sealed record DirectoryOutcome(DirectoryOutcomeKind Kind, DirectoryPlan Plan, IReadOnlyList<string> Refusals)
{
    internal DirectoryOutcome(DirectoryOutcomeKind kind, DirectoryPlan plan)
        : this(kind, plan, []) { }
}
