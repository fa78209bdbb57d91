namespace PimBot.Domain.Reviews;

/// <summary>Whose answer an item waits for.</summary>
public enum ReviewerPool
{
    /// <summary>One person's: the member's own, or the manager's.</summary>
    One = 1,

    /// <summary>That of any of the chosen reviewers.</summary>
    Chosen = 2,

    /// <summary>That of any of the fallback reviewers.</summary>
    Fallback = 3,
}
