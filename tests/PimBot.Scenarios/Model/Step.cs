using PimBot.Domain.Access;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Model;

/// <summary>
/// One thing that somebody, time or fate does. Which request or grant is meant is counted from those that wait for just
/// this, newest first, then the others. Nobody named: the person whose it is.
/// </summary>
internal abstract record Step
{
    public sealed record Activate(
        string Person,
        RoleScope Role,
        int Minutes,
        int? StartInMinutes,
        bool Reason,
        bool Ticket
    ) : Step;

    public sealed record Extend(string? Person, int Grant, int Minutes, bool Reason, bool Ticket) : Step;

    public sealed record Decide(string Person, int Request, Verdict Verdict, bool Reason) : Step;

    public sealed record Cancel(string? Person, int Request) : Step;

    public sealed record End(string? Person, int Grant) : Step;

    /// <param name="Person">Whose proof.</param>
    /// <param name="Request">For which request.</param>
    /// <param name="AgeSeconds">Before now; null: not passed.</param>
    public sealed record Verify(string? Person, int Request, int? AgeSeconds) : Step;

    public sealed record Wait(TimeSpan For) : Step;

    /// <summary>To an instant that matters, or a microsecond beside it.</summary>
    public sealed record WaitUntilDue(int Instant, int Microseconds) : Step;

    public sealed record Pass(PassKind Kind) : Step;

    public sealed record Restart : Step;

    public sealed record Target(TargetMood Mood) : Step;

    public sealed record Enable(string Person, bool Enabled) : Step;

    public sealed record ToggleApprover(string Person) : Step;

    public sealed record ToggleEligibility(string Person, RoleScope Role, int? EndInMinutes) : Step;

    public sealed record ChangePolicy(
        RoleScope Role,
        ActivationRequirements Require,
        int Minutes,
        int WindowHours,
        bool FrankApproves
    ) : Step;
}
