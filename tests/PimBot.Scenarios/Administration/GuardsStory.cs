using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Administration.Model;
using PimBot.Scenarios.Model;
using PimBot.Testing;

namespace PimBot.Scenarios.Administration;

/// <summary>Three people and a group, the guards, with the real use cases and passes, and a clock that is moved by hand.</summary>
public abstract class GuardsStory : IAsyncLifetime
{
    protected static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    protected static readonly ScopeId Guards = new("/groups/guards");
    protected static readonly RoleScope Member = new(new RoleId("member"), Guards);
    protected static readonly RoleScope Owner = new(new RoleId("owner"), Guards);
    protected static readonly RoleScope Global = new(WellKnownRoles.GlobalAdministrator, ScopeId.Directory);

    protected static readonly RoleScope Privileged = new(WellKnownRoles.PrivilegedRoleAdministrator, ScopeId.Directory);

    protected static readonly PersonId Ann = new("ann");
    protected static readonly PersonId Ben = new("ben");
    protected static readonly PersonId Cid = new("cid");

    private readonly TestFolder folder = new();

    protected ManualTime Clock { get; } = new(Start);

    private protected Service Pim { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Service.CreateAsync(folder.Template);
        Pim = new Service(folder.NewDatabase(), Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Pim.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Three people and a group; Ben is Privileged Role Administrator for good.</summary>
    protected Task Directory(params Assignment[] assignments) => Directory([], assignments);

    /// <inheritdoc cref="Directory(Assignment[])"/>
    protected Task Directory(IReadOnlyList<RolePolicy> policies, IReadOnlyList<Assignment> assignments)
    {
        var contents = new DirectoryContents(
            [Named(Ann), Named(Ben), Named(Cid)],
            [
                new Group
                {
                    Id = new GroupId("guards"),
                    Name = "guards",
                    Members = [],
                    Owners = [],
                },
            ],
            [
                new Scope
                {
                    Id = ScopeId.Directory,
                    Kind = ScopeKind.Directory,
                    Name = "Contoso",
                },
                new Scope
                {
                    Id = Guards,
                    Kind = ScopeKind.Group,
                    Name = "guards",
                },
            ],
            [
                Named(Global, RoleKind.DirectoryRole),
                Named(Privileged, RoleKind.DirectoryRole),
                Named(Member, RoleKind.GroupMember),
                Named(Owner, RoleKind.GroupOwner),
            ],
            policies.Count > 0 ? policies : [WithoutDemands(Owner)],
            [To(Ben, Privileged, null), .. assignments]
        );
        return Pim.Commit(work => LoadDirectory.RunAsync(work, contents, default));
    }

    protected Task<Decision<AssignmentRequest>> Orders(AssignmentCommand order) =>
        Pim.Commit(work => ChangeAssignment.RunAsync(work, order, default));

    protected async Task<ActivationRequest> Activates(PersonId person, RoleScope access)
    {
        var command = new RequestActivationCommand(
            person,
            access,
            new ActivationAsk { Duration = TimeSpan.FromHours(1), Justification = "rota" }
        );
        var asked = await Pim.Commit(work => RequestActivation.RunAsync(work, command, default));
        Assert.True(asked.IsAllowed, $"{asked.Refusal?.Code}");
        return asked.Value.State is RequestState.AwaitingVerification ? await Verifies(asked.Value) : asked.Value;
    }

    private async Task<ActivationRequest> Verifies(ActivationRequest asked)
    {
        var proof = new VerificationProof(Clock.GetUtcNow(), "test");
        var verified = await Pim.Commit(work =>
            VerifyActivation.RunAsync(work, asked.Id, asked.Requester, proof, default)
        );
        Assert.True(verified.IsAllowed, $"{verified.Refusal?.Code}");
        return verified.Value;
    }

    protected Task<Decision<AssignmentRequest>> Approves(PersonId person, AssignmentRequest request) =>
        Pim.Commit(work =>
            DecideAssignmentRequest.RunAsync(
                work,
                new DecideAssignmentRequestCommand(request.Id, person, Verdict.Approve, "agreed", null, true),
                default
            )
        );

    /// <summary>The directory says something else of a person than when it was loaded.</summary>
    protected Task Becomes(Person person) => Pim.Commit(work => work.Directory.UpdateAsync(person, default));

    protected Task<List<RoleScope>> HeldBy(PersonId person) =>
        Pim.Read(async work =>
            (await AccessReader.HeldAsync(work, person, default))
                .Select(held => new RoleScope(held.Role.Id, held.Scope.Id))
                .ToList()
        );

    protected static RolePolicy WithoutDemands(RoleScope access)
    {
        var policy = RolePolicy.Default(access);
        return policy with { Activation = policy.Activation with { Require = ActivationRequirements.None } };
    }

    protected static Person Named(PersonId id) =>
        new()
        {
            Id = id,
            Name = id.Value,
            Kind = PersonKind.Member,
            Enabled = true,
        };

    private static Role Named(RoleScope access, RoleKind kind) =>
        new()
        {
            Id = access.Role,
            Name = access.Role.Value,
            Kind = kind,
        };

    protected static Assignment To(PersonId person, RoleScope access, int? hours) =>
        new()
        {
            Id = Guid.NewGuid(),
            Person = person,
            Access = access,
            Type = AssignmentType.Active,
            End = hours is { } h ? Start.AddHours(h) : null,
        };

    protected static Assignment ToGuards(RoleScope access, int hours) =>
        new()
        {
            Id = Guid.NewGuid(),
            Group = new GroupId("guards"),
            Access = access,
            Type = AssignmentType.Active,
            End = Start.AddHours(hours),
        };
}
