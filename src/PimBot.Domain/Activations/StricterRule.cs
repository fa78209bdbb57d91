namespace PimBot.Domain.Activations;

/// <summary>What settings that became stricter mean for a request that waits.</summary>
public enum StricterRule
{
    /// <summary>It asks for more time than may be given by now, and leads to nothing.</summary>
    ShorterMaximum = 1,

    /// <summary>It has no reason, and leads to nothing.</summary>
    ReasonNeeded = 2,

    /// <summary>It has no ticket, and leads to nothing.</summary>
    TicketNeeded = 3,

    /// <summary>Its maker must verify before it goes on.</summary>
    VerificationNeeded = 4,

    /// <summary>It must be approved before it goes on.</summary>
    ApprovalNeeded = 5,

    /// <summary>Approvers have less time to decide.</summary>
    LessTimeToDecide = 6,
}
