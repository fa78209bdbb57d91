using PimBot.Domain.Policies;

namespace PimBot.Application.Policies;

/// <summary>An approver of a role's settings as people know them.</summary>
/// <param name="Reference">Who is meant.</param>
/// <param name="Name">The person's, group's or role's name; their id where they are gone.</param>
/// <param name="Address">A person's user principal name, or mail address.</param>
/// <param name="IsGone">Whether the directory knows them no more.</param>
public sealed record ApproverName(ApproverReference Reference, string Name, string? Address, bool IsGone);
