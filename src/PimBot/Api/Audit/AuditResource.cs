using System.Globalization;
using System.Text.Json.Serialization;
using PimBot.Api.Access;
using PimBot.Application.Audit;
using PimBot.Domain.Audit;

namespace PimBot.Api.Audit;

/// <summary>An entry of the audit, by the names of Graph's <c>directoryAudit</c>; what Graph can't say is named <c>@pimbot</c>.</summary>
internal sealed record AuditResource
{
    /// <summary>The entry's number.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset ActivityDateTime { get; init; }

    /// <summary>The action's code.</summary>
    public required string ActivityDisplayName { get; init; }

    /// <summary>The kind: <c>activations</c>, <c>approvals</c>, <c>assignments</c> and so on.</summary>
    public required string Category { get; init; }

    /// <summary>Always <c>PimBot</c>.</summary>
    public string LoggedByService { get; init; } = "PimBot";

    /// <summary>Missing: PimBot itself.</summary>
    public AuditIdentity? InitiatedBy { get; init; }

    /// <summary>Whom, which role and which place it is about.</summary>
    public required IReadOnlyList<AuditTarget> TargetResources { get; init; }

    public string? CorrelationId { get; init; }

    /// <summary>The person's own words.</summary>
    public string? ResultReason { get; init; }

    [JsonPropertyName("@pimbot.ticket")]
    public string? Ticket { get; init; }

    [JsonPropertyName("@pimbot.detail")]
    public string? Detail { get; init; }

    [JsonPropertyName("@pimbot.source")]
    public string? Source { get; init; }

    [JsonPropertyName("@pimbot.requestId")]
    public string? RequestId { get; init; }

    [JsonPropertyName("@pimbot.grantId")]
    public string? GrantId { get; init; }

    [JsonPropertyName("@pimbot.previousHash")]
    public required string PreviousHash { get; init; }

    [JsonPropertyName("@pimbot.hash")]
    public required string Hash { get; init; }

    public static AuditResource Of(AuditEntry entry, AuditNames names)
    {
        var happened = entry.Event;
        return new AuditResource
        {
            Id = entry.Sequence.ToString(CultureInfo.InvariantCulture),
            ActivityDateTime = entry.At,
            ActivityDisplayName = happened.Action.ToString(),
            Category = Names.Of(AuditKinds.Of(happened.Action)),
            InitiatedBy = happened.Actor is { } actor
                ? new AuditIdentity(new AuditUser(actor.Value, names.Find(actor)))
                : null,
            TargetResources = [.. Targets(happened, names)],
            CorrelationId = happened.Correlation,
            ResultReason = happened.Reason,
            Ticket = happened.Ticket,
            Detail = happened.Detail,
            Source = happened.Source,
            RequestId = happened.Request?.ToString(),
            GrantId = happened.Grant?.ToString(),
            PreviousHash = entry.PreviousHash,
            Hash = entry.Hash,
        };
    }

    private static IEnumerable<AuditTarget> Targets(AuditEvent happened, AuditNames names)
    {
        if (happened.Subject is { } subject)
        {
            yield return new AuditTarget(subject.Value, "User", names.Find(subject));
        }

        if (AuditGroups.Of(happened) is { } group)
        {
            yield return new AuditTarget(group.Value, "Group", null);
        }

        if (happened.Access is { } access)
        {
            yield return new AuditTarget(access.Role.Value, "Role", names.Find(access.Role));
        }

        if (happened.Place is { } place)
        {
            yield return new AuditTarget(place.Value, "Scope", names.Find(place));
        }
    }
}
