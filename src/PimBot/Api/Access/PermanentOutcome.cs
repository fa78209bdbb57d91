using PimBot.Api.Answers;

namespace PimBot.Api.Access;

/// <summary>What became of one eligible assignment: either the request that made it permanent, or why it was left as it was.</summary>
/// <param name="TargetScheduleId">The assignment.</param>
/// <param name="PrincipalId">Whose it is.</param>
/// <param name="Request">What was done, or waits for a second administrator.</param>
/// <param name="Reasons">Why nothing was done.</param>
internal sealed record PermanentOutcome(
    string TargetScheduleId,
    string PrincipalId,
    ScheduleRequestResource? Request,
    IReadOnlyList<ProblemReason>? Reasons
);
