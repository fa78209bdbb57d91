using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;

namespace PimBot.Application.Approvals;

/// <summary>Somebody clicked Approve or Deny. It names the request and the person, and carries no authority.</summary>
public sealed record DecideActivationCommand(RequestId Request, PersonId Decider, Verdict Verdict, string? Reason);
