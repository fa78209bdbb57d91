namespace PimBot.Domain.Activations;

/// <summary>PIM's request actions, by Graph's names.</summary>
public enum RequestAction
{
    AdminAssign = 1,
    AdminUpdate = 2,
    AdminRemove = 3,
    AdminExtend = 4,
    AdminRenew = 5,
    SelfActivate = 6,
    SelfDeactivate = 7,
    SelfExtend = 8,
    SelfRenew = 9,
}
