namespace PimBot.Domain.Policies;

/// <summary>Events of which administrators are told when a policy says so.</summary>
[Flags]
public enum NotificationEvents
{
    None = 0,
    Activation = 1,
    EligibleAssignment = 2,
    ActiveAssignment = 4,
}
