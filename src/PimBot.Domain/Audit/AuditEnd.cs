namespace PimBot.Domain.Audit;

/// <summary>A place in a chain: an entry's number and hash; 0 and <see cref="AuditChain.Beginning"/> before the first.</summary>
public sealed record AuditEnd(long Sequence, string Hash)
{
    public static readonly AuditEnd Beginning = new(0, AuditChain.Beginning);
}
