namespace PimBot.Application.Access;

/// <summary>What a target says.</summary>
public enum TargetOutcome
{
    /// <summary>It is as asked, seen by looking.</summary>
    Done = 1,

    /// <summary>Not now, or not known: ask again.</summary>
    RetryLater = 2,

    /// <summary>Never: the object does not exist there, or may not be changed. For a revoke it is asked again all the same.</summary>
    Refused = 3,
}
