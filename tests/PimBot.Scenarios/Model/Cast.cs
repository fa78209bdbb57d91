using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Model;

/// <summary>The small directory in which random people do random things: four roles, from unguarded to fully guarded.</summary>
internal static class Cast
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    public static readonly GroupId Approvers = new("approvers");
    public static readonly Scope Root = new()
    {
        Id = new ScopeId("/"),
        Kind = ScopeKind.Directory,
        Name = "Contoso",
    };

    public static readonly IReadOnlyList<Person> People =
    [
        Of("alice"),
        Of("alice-admin") with
        {
            LinkedTo = new PersonId("alice"),
        },
        Of("bob"),
        Of("carol"),
        Of("dan", PersonKind.Guest),
        Of("eve"),
        Of("glass", PersonKind.Emergency),
        Of("robot", PersonKind.ServiceAccount),
    ];

    /// <summary>Frank is not in the group: some policies name him instead of it.</summary>
    public static readonly Person Frank = Of("frank");

    public static readonly IReadOnlyList<PersonId> FirstApprovers =
    [
        new("alice-admin"),
        new("bob"),
        new("carol"),
        new("glass"),
        new("robot"),
    ];

    public static readonly IReadOnlyList<RoleScope> Roles =
    [
        At("plain"),
        At("verified"),
        At("approved"),
        At("guarded"),
    ];

    public static readonly IReadOnlyList<RolePolicy> Policies =
    [
        Policy(Roles[0], ActivationRequirements.None, 120),
        Policy(Roles[1], ActivationRequirements.Mfa | ActivationRequirements.Justification, 480),
        Policy(Roles[2], ActivationRequirements.Approval | ActivationRequirements.Justification, 60),
        Policy(
            Roles[3],
            ActivationRequirements.Mfa
                | ActivationRequirements.Approval
                | ActivationRequirements.Ticket
                | ActivationRequirements.Justification,
            240
        ),
    ];

    public static readonly IReadOnlyList<Assignment> Eligibilities =
    [
        .. Roles.Select(role => Eligible("alice", role)),
        Eligible("carol", Roles[2]),
        Eligible("carol", Roles[0], end: Start.AddDays(3)),
        Eligible("dan", Roles[0], start: Start.AddMinutes(30)),
        Eligible("dan", Roles[2], end: Start.AddHours(5)),
        Eligible("robot", Roles[0]),
    ];

    public static DirectoryContents Directory =>
        new(
            [.. People, Frank],
            [
                new Group
                {
                    Id = Approvers,
                    Name = "Approvers",
                    Members = FirstApprovers,
                },
            ],
            [Root],
            [
                .. Roles.Select(role => new Role
                {
                    Id = role.Role,
                    Name = role.Role.Value,
                    Kind = RoleKind.AzureRole,
                }),
            ],
            Policies,
            Eligibilities
        );

    public static RolePolicy Policy(
        RoleScope access,
        ActivationRequirements require,
        int minutes,
        int windowHours = 24,
        bool frankApproves = false
    ) =>
        new()
        {
            Access = access,
            Activation = new ActivationPolicy
            {
                Require = require,
                Maximum = TimeSpan.FromMinutes(minutes),
                Window = TimeSpan.FromHours(windowHours),
                Approvers =
                [
                    frankApproves
                        ? new ApproverReference { Person = Frank.Id }
                        : new ApproverReference { Group = Approvers },
                ],
            },
            Eligible = new AssignmentPolicy(),
            Active = new AssignmentPolicy(),
        };

    public static Assignment Eligible(
        string person,
        RoleScope access,
        DateTimeOffset? start = null,
        DateTimeOffset? end = null
    ) =>
        new()
        {
            Id = Guid.NewGuid(),
            Person = new PersonId(person),
            Access = access,
            Type = AssignmentType.Eligible,
            Start = start,
            End = end,
        };

    private static RoleScope At(string role) => new(new RoleId(role), Root.Id);

    private static Person Of(string id, PersonKind kind = PersonKind.Member) =>
        new()
        {
            Id = new PersonId(id),
            Name = id,
            Kind = kind,
        };
}
