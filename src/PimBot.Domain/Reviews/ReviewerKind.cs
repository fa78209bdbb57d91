namespace PimBot.Domain.Reviews;

/// <summary>Who reviews.</summary>
public enum ReviewerKind
{
    /// <summary>People who were chosen; each may answer for everybody but themselves.</summary>
    Chosen = 1,

    /// <summary>Each member for themselves.</summary>
    Self = 2,

    /// <summary>Each member's manager.</summary>
    Manager = 3,
}
