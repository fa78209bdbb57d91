namespace PimBot.Application.Audit;

/// <summary>How far the audit got on one way out of the store: an anchor or a feed.</summary>
/// <param name="Name">One of <see cref="AuditOutlets"/>.</param>
/// <param name="Sequence">The last entry that is surely there; 0 before the first.</param>
/// <param name="Hash">That entry's hash.</param>
/// <param name="Mark">The way out's own note of its last delivery, such as the last anchor's seal; null before the first.</param>
/// <param name="Fence">Of the claim that this was read by.</param>
/// <param name="Attempts">Failures since the last success.</param>
/// <param name="FailingSince">When the first of them was; null when the last attempt went well.</param>
/// <param name="ToldAt">When administrators were told of it; null when they were not.</param>
public sealed record AuditOutlet(
    string Name,
    long Sequence,
    string Hash,
    string? Mark,
    long Fence,
    int Attempts,
    DateTimeOffset? FailingSince,
    DateTimeOffset? ToldAt
);
