using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;

namespace PimBot.Application.Access;

/// <summary>An administrator approves or denies what waits for one. It names the request and the person, and carries no authority.</summary>
/// <param name="Request">The request.</param>
/// <param name="Decider">Who decides.</param>
/// <param name="Verdict">Approve or deny; for an emergency account: confirm or reject.</param>
/// <param name="Reason">Why; required.</param>
/// <param name="Instead">What the assignment becomes instead of what was asked for; null: as asked. Ignored for confirmations.</param>
/// <param name="IsVerified">Whether the decider proved by multi-factor authentication to be themselves.</param>
public sealed record DecideAssignmentRequestCommand(
    RequestId Request,
    PersonId Decider,
    Verdict Verdict,
    string? Reason,
    AssignmentAsk? Instead = null,
    bool IsVerified = false
);
