using PimBot.Domain.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Access;

/// <summary>Ids and requests of the demo directory that the stories share.</summary>
internal static class Contoso
{
    /// <summary>Dan asks; Erin and Frank may approve; no verification.</summary>
    public const string AskForPayments = "activate Payments responder for 2h because refunds are stuck";

    /// <summary>Alice asks; Bob, his second account and Carol may approve; verification and ticket are needed.</summary>
    public const string AskForGlobalAdministrator =
        "activate Global Administrator for 1h because tenant settings must change ticket INC-1234";

    /// <summary>Dan or Grace asks; nobody approves.</summary>
    public const string AskForHelpdesk = "activate Helpdesk Administrator for 2h ticket INC-1234";

    public static readonly RoleScope Payments = new(
        new RoleId("payments-responders-member"),
        new ScopeId("/groups/64000003-0000-4000-8000-000000000003")
    );

    public static readonly RoleScope GlobalAdministrator = new(
        new RoleId("62e90394-69f5-4237-9190-012177145e10"),
        new ScopeId("/")
    );

    public static readonly RoleScope PrivilegedRoleAdministrator = new(
        new RoleId("e8611ab8-c189-46e8-94e1-60213ab1f814"),
        new ScopeId("/")
    );

    public static readonly RoleScope Helpdesk = new(
        new RoleId("729827e3-9c14-49f7-bb1b-9608f156bbb8"),
        new ScopeId("/")
    );

    public static readonly RoleScope OwnerOfProduction = new(
        new RoleId("8e3af657-a8ff-443c-a75c-2fe8c4bcb635"),
        new ScopeId("/subscriptions/c0de0001-0000-4000-8000-000000000001")
    );

    public static readonly GroupId IdentityApprovers = new("64000001-0000-4000-8000-000000000001");

    public static readonly GroupId HelpdeskGroup = new("64000002-0000-4000-8000-000000000002");

    extension(Scene scene)
    {
        /// <summary>May approve what Dan asks for; active Privileged Role and Security Administrator.</summary>
        public TestPerson Frank => scene.Person("Frank");

        /// <summary>A guest.</summary>
        public TestPerson Grace => scene.Person("Grace");

        /// <summary>Bob's second account.</summary>
        public TestPerson BobAdmin => scene.Person("Bob Berg (admin)");
    }
}
