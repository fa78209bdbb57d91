namespace PimBot.Api.Policies;

/// <summary>One of the nine cells of the matrix: who is told of which event.</summary>
internal sealed record NotificationPolicyRule : PolicyRule
{
    /// <summary>Always <c>Email</c>, as published; PimBot tells in chat first.</summary>
    public string? NotificationType { get; init; }

    /// <summary><c>Admin</c>, <c>Requestor</c> or <c>Approver</c>; told by the id.</summary>
    public string? RecipientType { get; init; }

    /// <summary><c>All</c> or <c>Critical</c>.</summary>
    public string? NotificationLevel { get; init; }

    public bool? IsDefaultRecipientsEnabled { get; init; }

    /// <summary>Further mail addresses.</summary>
    public IReadOnlyList<string>? NotificationRecipients { get; init; }
}
