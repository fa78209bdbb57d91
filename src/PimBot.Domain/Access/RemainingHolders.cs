namespace PimBot.Domain.Access;

/// <summary>Who holds a role when one assignment or activation of it is gone: enabled people only.</summary>
/// <param name="HeldBefore">How many hold it now.</param>
/// <param name="HoldAfter">How many hold it afterwards, by assignment or activation.</param>
/// <param name="AssignedAfter">How many hold it afterwards by a standing active assignment.</param>
/// <param name="ApproversAfter">Whether each policy that names this role's holders as approvers has one left.</param>
/// <param name="AdministratorsAfter">Whether each guarded role that a membership gives is held by somebody without it.</param>
public sealed record RemainingHolders(
    int HeldBefore,
    int HoldAfter,
    int AssignedAfter,
    bool ApproversAfter = true,
    bool AdministratorsAfter = true
);
