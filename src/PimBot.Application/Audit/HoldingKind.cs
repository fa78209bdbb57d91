namespace PimBot.Application.Audit;

/// <summary>How somebody held a role.</summary>
public enum HoldingKind
{
    /// <summary>By a standing active assignment.</summary>
    Assigned = 1,

    /// <summary>By an activation.</summary>
    Activated = 2,

    /// <summary>Not held, but could be activated.</summary>
    Eligible = 3,

    /// <summary>Of a group: named a member by the directory.</summary>
    Member = 4,

    /// <summary>By access that PimBot did not give, as the alert found it at the target.</summary>
    Outside = 5,
}
