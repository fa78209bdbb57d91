using System.Text.Json.Serialization;
using PimBot.Application.Alerts;
using PimBot.Domain.Access;

namespace PimBot.Application.Work;

/// <summary>
/// That an address is owed word of something by mail: because a policy names it, or because a person can't be reached
/// in chat. What it says is read from the present state when it is sent. At most one of <see cref="OfRequest"/>,
/// <see cref="OfAssignment"/>, <see cref="OfAlert"/> and <see cref="OfReview"/> is set; none: the weekly digest.
/// </summary>
public sealed record MailedNotice
{
    public required string Address { get; init; }

    /// <summary>Whose address it is; null: one that a policy names.</summary>
    public PersonId? Person { get; init; }

    public RequestMail? OfRequest { get; init; }

    public AssignmentNotice? OfAssignment { get; init; }

    public AlertNotice? OfAlert { get; init; }

    public ReviewNotice? OfReview { get; init; }

    /// <summary>Of a digest: the day that it is of.</summary>
    public string? Occasion { get; init; }

    /// <summary>The same for the same word to the same address, whichever way it became owed: it is mailed once.</summary>
    [JsonIgnore]
    public Guid Id => OutboxWriting.IdOf($"mail/{Address.ToUpperInvariant()}/{About}");

    private string About =>
        this switch
        {
            { OfRequest: { } mail } => $"{mail.Kind}/{mail.Request}/{mail.Occasion}",
            { OfAssignment: { } mail } => $"{mail.Kind}/{mail.Assignment}/{mail.Request}/{mail.Occasion}",
            { OfAlert: { } mail } => $"alert/{mail.IdFor("mail")}",
            { OfReview: { } mail } => $"review/{mail.Kind}/{mail.Review}/{mail.Item}/{mail.Occasion}",
            _ => $"digest/{Occasion}",
        };
}
