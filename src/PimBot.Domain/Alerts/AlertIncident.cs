using System.Security.Cryptography;
using System.Text;
using PimBot.Domain.Access;

namespace PimBot.Domain.Alerts;

/// <summary>One thing that an alert found, for as long as it is so.</summary>
public sealed record AlertIncident
{
    /// <summary>The same for the same finding, at every scan and on every replica.</summary>
    public required Guid Id { get; init; }

    public required AlertKey Alert { get; init; }

    /// <summary>Whom it is about; null with <see cref="Group"/> null: settings of a role.</summary>
    public PersonId? Person { get; init; }

    public GroupId? Group { get; init; }

    /// <summary>The role and scope that it is about.</summary>
    public required RoleScope Access { get; init; }

    /// <summary>The standing assignment that it is about.</summary>
    public Guid? Assignment { get; init; }

    /// <summary>The target's own id of what somebody else gave there.</summary>
    public string? Outside { get; init; }

    /// <summary>Since when: the last sign-in, the last activation, or when it was given; null: never, or unknown.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How many, or how often, where the alert counts.</summary>
    public int? Count { get; init; }

    /// <summary>The first scan that found it.</summary>
    public DateTimeOffset FoundAt { get; init; }

    /// <summary>When the readers were told of it; null: they were not.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>When an administrator ordered the target to take it away; null: nobody did.</summary>
    public DateTimeOffset? RemovalOrderedAt { get; init; }

    /// <param name="alert">Whose incident.</param>
    /// <param name="subject">What tells it from the alert's others.</param>
    public static Guid IdOf(AlertKey alert, string subject) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{alert.Kind}\n{alert.Scope}\n{subject}")).AsSpan(0, 16));

    /// <summary>Whether a scan found the same in the same state.</summary>
    public bool IsAsFound(AlertIncident found) => Id == found.Id && Since == found.Since && Count == found.Count;
}
