namespace PimBot.Scenarios.AsCode;

/// <summary>Ids of the demo directory.</summary>
internal static class Ids
{
    public const string Alice = "a11ce000-0000-4000-8000-000000000001";
    public const string Bob = "b0b00000-0000-4000-8000-000000000002";
    public const string Dan = "da000000-0000-4000-8000-000000000004";
    public const string Frank = "f4a00000-0000-4000-8000-000000000006";
    public const string EmergencyOne = "e0000001-0000-4000-8000-00000000000b";
    public const string Exchange = "29232cdf-9323-42fd-ade2-1d097af3e4de";
    public const string GlobalReader = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
    public const string GlobalAdministrator = "62e90394-69f5-4237-9190-012177145e10";
    public const string PrivilegedRoleAdministrator = "e8611ab8-c189-46e8-94e1-60213ab1f814";
}
