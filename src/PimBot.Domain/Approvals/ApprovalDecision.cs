using PimBot.Domain.Access;

namespace PimBot.Domain.Approvals;

/// <summary>The decision that settled a request.</summary>
/// <param name="By">The approver.</param>
/// <param name="At">When.</param>
/// <param name="Verdict">Approved or denied.</param>
/// <param name="Reason">The approver's justification; at most 1,000 characters, empty where none was required or given.</param>
public sealed record ApprovalDecision(PersonId By, DateTimeOffset At, Verdict Verdict, string Reason);
