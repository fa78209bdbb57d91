namespace PimBot.Domain.Audit;

/// <summary>Where the kept part of a chain begins, once retention deleted what was before.</summary>
/// <param name="Sequence">The last entry that was deleted.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="At">When it was deleted.</param>
/// <param name="KeptDays">The retention that was set then.</param>
public sealed record AuditCheckpoint(long Sequence, string Hash, DateTimeOffset At, int KeptDays)
{
    private const string Start = "upTo=";

    /// <summary>What the entry about a deletion says of it, so that the chain itself vouches for its beginning.</summary>
    /// <param name="count">How many entries this deletion took.</param>
    public string Detail(long count) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Proof} count={count} days={KeptDays}");

    /// <summary>Whether that entry vouches for this beginning.</summary>
    public bool IsProvedBy(AuditEvent happened) =>
        happened is { Action: AuditAction.AuditEntriesDeleted, Detail: { } detail }
        && detail.StartsWith($"{Proof} ", StringComparison.Ordinal);

    private string Proof =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Start}{Sequence} hash={Hash}");
}
