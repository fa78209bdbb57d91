namespace PimBot.Domain.Access;

/// <summary>Whether an assignment lets one activate a role, or gives it.</summary>
public enum AssignmentType
{
    Eligible = 1,
    Active = 2,
}
