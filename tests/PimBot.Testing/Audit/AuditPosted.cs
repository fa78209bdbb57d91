namespace PimBot.Testing;

/// <summary>One request that an <see cref="AuditReceiver"/> got.</summary>
public sealed record AuditPosted(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public IReadOnlyList<string> Lines => Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
