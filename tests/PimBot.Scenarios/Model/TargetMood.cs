namespace PimBot.Scenarios.Model;

/// <summary>How the target behaves until its mood changes.</summary>
internal enum TargetMood
{
    Works,

    /// <summary>Does nothing and says "not now".</summary>
    Fails,

    /// <summary>Does it, and the answer is lost.</summary>
    LosesAnswers,

    /// <summary>Does it, and breaks the contract by throwing.</summary>
    Throws,

    Refuses,

    /// <summary>Each of the above at times.</summary>
    Flaky,

    /// <summary>Takes ten minutes.</summary>
    Slow,

    /// <summary>Works, and meanwhile the requester cancels.</summary>
    CanceledMeanwhile,

    /// <summary>The process dies before the effect, once.</summary>
    DiesBefore,

    /// <summary>The process dies after the effect, once.</summary>
    DiesAfter,
}
