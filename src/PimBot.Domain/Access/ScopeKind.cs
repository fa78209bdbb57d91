namespace PimBot.Domain.Access;

/// <summary>The levels of the scope tree.</summary>
public enum ScopeKind
{
    Directory = 1,
    ManagementGroup = 2,
    Subscription = 3,
    ResourceGroup = 4,
    Resource = 5,
    Group = 6,
}
