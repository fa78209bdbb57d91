namespace PimBot.Storage.Work;

/// <summary>Where the engines' SQL differs.</summary>
/// <param name="ForUpdate">Ends a SELECT that locks what it reads until the transaction's end.</param>
/// <param name="SkipLocked">Ends a SELECT that locks what it reads and passes over what others have locked.</param>
/// <param name="FoldCase">The function that makes texts alike which differ in case only, also beyond ASCII.</param>
/// <param name="Instant">An instant as a parameter of raw SQL.</param>
internal sealed record SqlDialect(
    string ForUpdate,
    string SkipLocked,
    string FoldCase,
    Func<DateTimeOffset, object> Instant
);
