using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Administration.Model;
using PimBot.Scenarios.Model;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Administration;

/// <summary>Ends that pass while no pass comes to look, as when the process was down: nobody is lost by the delay.</summary>
public sealed class LateLookStory : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly ScopeId Guards = new("/groups/guards");
    private static readonly RoleScope Member = new(new RoleId("member"), Guards);
    private static readonly RoleScope Owner = new(new RoleId("owner"), Guards);
    private static readonly RoleScope Global = new(WellKnownRoles.GlobalAdministrator, ScopeId.Directory);

    private static readonly RoleScope Privileged = new(WellKnownRoles.PrivilegedRoleAdministrator, ScopeId.Directory);

    private static readonly PersonId Ann = new("ann");
    private static readonly PersonId Ben = new("ben");
    private static readonly PersonId Cid = new("cid");

    private readonly TestFolder folder = new();
    private readonly ManualTime clock = new(Start);
    private Service service = null!;

    [Fact]
    [Rule("A11")]
    public async Task A_renewal_that_begins_later_does_not_take_the_last_administrator_whose_end_nobody_saw()
    {
        var last = To(Ann, Global, 1);
        await Directory(last);
        clock.Advance(TimeSpan.FromDays(2));

        var renewed = await Orders(
            new AssignmentCommand
            {
                Action = RequestAction.AdminRenew,
                Actor = Ben,
                Assignment = last.Id,
                Ask = new AssignmentAsk
                {
                    Type = AssignmentType.Active,
                    Start = Start.AddDays(5),
                    End = Start.AddDays(9),
                    Justification = "back on Monday",
                },
            }
        );

        Assert.Equal(ReasonCode.StillRunning, renewed.Refusal?.Code);
        Assert.Contains(Global, await HeldBy(Ann));
    }

    [Theory]
    [Rule("A11")]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(1, 1)]
    public async Task A_membership_and_the_role_of_its_group_that_end_before_anybody_looks_keep_the_last_administrator(
        int membership,
        int role
    )
    {
        await Directory(To(Ann, Member, membership), ToGuards(Global, role));
        for (var look = 0; look < 3; look++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            await Service.DrainAsync(service.Assignments);
            Assert.Contains(Global, await HeldBy(Ann));
        }
    }

    [Theory]
    [Rule("A11")]
    [InlineData(1, 2)]
    [InlineData(1, 1)]
    public async Task Of_two_last_administrators_who_end_before_anybody_looks_one_stays(int ann, int cid)
    {
        await Directory(To(Ann, Global, ann), To(Cid, Global, cid));
        clock.Advance(TimeSpan.FromDays(1));
        await Service.DrainAsync(service.Assignments);

        var holders = new[] { await HeldBy(Ann), await HeldBy(Cid) };
        Assert.Single(holders, held => held.Contains(Global));
    }

    [Fact]
    [Rule("A13")]
    public async Task Another_activation_does_not_end_that_of_the_last_owner_before_it_is_given()
    {
        await Directory(To(Ann, Owner, 100) with { Type = AssignmentType.Eligible });
        var first = await Activates(Ann);
        await Service.DrainAsync(service.Outbox);
        clock.Advance(TimeSpan.FromHours(2));

        var second = await Activates(Ann);

        Assert.Equal((RequestState.Failed, ReasonCode.RoleAlreadyActive), (second.State, second.Outcome?.Code));
        Assert.Contains(Owner, await HeldBy(Ann));
        var kept = await service.Read(work => work.Grants.FindAsync(new GrantId(first.Id.Value), default));
        Assert.Equal(clock.GetUtcNow() + AssignmentLife.KeepStep, kept?.Until);
    }

    [Fact]
    [Rule("A13")]
    public async Task Who_is_kept_past_an_end_that_nobody_saw_has_the_role_at_the_target_too()
    {
        await Directory();
        var assigned = await Orders(
            new AssignmentCommand
            {
                Action = RequestAction.AdminAssign,
                Actor = Ben,
                Principal = Principal.Of(Ann),
                Access = Owner,
                Ask = new AssignmentAsk
                {
                    Type = AssignmentType.Active,
                    End = Start.AddMinutes(6),
                    Justification = "hand-over",
                },
            }
        );
        clock.Advance(TimeSpan.FromHours(1));
        await Service.DrainAsync(service.Outbox);
        await Service.DrainAsync(service.Assignments);
        await Service.DrainAsync(service.Outbox);

        Assert.Contains(Owner, await HeldBy(Ann));
        Assert.True(
            await service.Table.HoldsAsync(
                new GrantId(assigned.Value!.Assignment),
                TestContext.Current.CancellationToken
            )
        );
    }

    public async ValueTask InitializeAsync()
    {
        await Service.CreateAsync(folder.Template);
        service = new Service(folder.NewDatabase(), clock);
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Three people and a group; Ben is Privileged Role Administrator for good.</summary>
    private Task Directory(params Assignment[] assignments)
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
            [WithoutDemands(Owner)],
            [To(Ben, Privileged, null), .. assignments]
        );
        return service.Commit(work => LoadDirectory.RunAsync(work, contents, default));
    }

    private Task<Decision<AssignmentRequest>> Orders(AssignmentCommand order) =>
        service.Commit(work => ChangeAssignment.RunAsync(work, order, default));

    private async Task<ActivationRequest> Activates(PersonId person)
    {
        var command = new RequestActivationCommand(
            person,
            Owner,
            new ActivationAsk { Duration = TimeSpan.FromHours(1), Justification = "rota" }
        );
        var asked = await service.Commit(work => RequestActivation.RunAsync(work, command, default));
        Assert.True(asked.IsAllowed, $"{asked.Refusal?.Code}");
        return asked.Value;
    }

    private Task<List<RoleScope>> HeldBy(PersonId person) =>
        service.Read(async work =>
            (await AccessReader.HeldAsync(work, person, default))
                .Select(held => new RoleScope(held.Role.Id, held.Scope.Id))
                .ToList()
        );

    private static RolePolicy WithoutDemands(RoleScope access)
    {
        var policy = RolePolicy.Default(access);
        return policy with { Activation = policy.Activation with { Require = ActivationRequirements.None } };
    }

    private static Person Named(PersonId id) =>
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

    private static Assignment To(PersonId person, RoleScope access, int? hours) =>
        new()
        {
            Id = Guid.NewGuid(),
            Person = person,
            Access = access,
            Type = AssignmentType.Active,
            End = hours is { } h ? Start.AddHours(h) : null,
        };

    private static Assignment ToGuards(RoleScope access, int hours) =>
        new()
        {
            Id = Guid.NewGuid(),
            Group = new GroupId("guards"),
            Access = access,
            Type = AssignmentType.Active,
            End = Start.AddHours(hours),
        };
}
