namespace PimBot.Domain.Audit;

/// <summary>What an entry is about, as people sort the audit.</summary>
public enum AuditKind
{
    /// <summary>Requests for activation, what became of them, and proofs that it was the requester.</summary>
    Activations = 1,

    /// <summary>Decisions on requests.</summary>
    Approvals = 2,

    /// <summary>Access that was given, prolonged or taken away.</summary>
    Access = 3,

    /// <summary>Standing assignments.</summary>
    Assignments = 4,

    /// <summary>Roles' settings.</summary>
    Settings = 5,

    /// <summary>What administrators did to the service and the directory.</summary>
    Administration = 6,

    /// <summary>Messages that did not reach anybody.</summary>
    Notices = 7,

    /// <summary>Whatever has no kind of its own.</summary>
    Other = 8,

    /// <summary>Access reviews: their course, their answers and what they led to.</summary>
    Reviews = 9,

    /// <summary>What alerts found, and what was done about it.</summary>
    Alerts = 10,
}
