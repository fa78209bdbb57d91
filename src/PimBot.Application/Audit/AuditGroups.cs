using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>The group that an entry is about; entries of old have it in their detail.</summary>
public static class AuditGroups
{
    private const string Mark = "group=";

    /// <summary>Null where it is about none.</summary>
    public static GroupId? Of(AuditEvent happened) =>
        happened.Group is { } group ? group
        : happened is { Subject: null, Detail: { } detail } && detail.StartsWith(Mark, StringComparison.Ordinal)
            ? new GroupId(detail[Mark.Length..].Split(' ', 2)[0])
        : null;
}
