using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Tests;

/// <summary>Alice, who is permanently eligible for Exchange Administrator and asks for an hour of it on a Monday morning.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    public static readonly RoleScope Access = new(new RoleId("exchange"), new ScopeId("/"));
    public static readonly Person Alice = Person("alice");
    public static readonly Person Bob = Person("bob");

    public static Person Person(string id, PersonKind kind = PersonKind.Member) =>
        new()
        {
            Id = new PersonId(id),
            Name = id,
            Kind = kind,
        };

    public static RolePolicy Policy(
        ActivationRequirements require = ActivationRequirements.None,
        TimeSpan? maximum = null
    ) =>
        new()
        {
            Access = Access,
            Activation = new ActivationPolicy { Maximum = maximum ?? TimeSpan.FromHours(2), Require = require },
            Eligible = new AssignmentPolicy(),
            Active = new AssignmentPolicy(),
        };

    public static Assignment Eligible(DateTimeOffset? start = null, DateTimeOffset? end = null) =>
        new()
        {
            Id = Guid.NewGuid(),
            Person = Alice.Id,
            Access = Access,
            Type = AssignmentType.Eligible,
            Start = start,
            End = end,
        };

    public static ActivationFacts Facts(ActivationRequirements require = ActivationRequirements.None) =>
        new()
        {
            Now = Now,
            Requester = Alice,
            Access = Access,
            Ask = new ActivationAsk { Duration = TimeSpan.FromHours(1) },
            Policy = Policy(require),
            Eligibilities = [Eligible()],
            Approvers = [Bob],
        };

    public static ActivationRequest Request(RequestState state) =>
        new()
        {
            Id = new RequestId(Guid.NewGuid()),
            Action = RequestAction.SelfActivate,
            Requester = Alice.Id,
            Access = Access,
            State = state,
            CreatedAt = Now,
            Ask = new ActivationAsk { Duration = TimeSpan.FromHours(1) },
            Policy = Policy(),
            VerifyBy = Now + RequestLife.VerificationWindow,
            DecideBy = Now + ActivationPolicy.DefaultWindow,
        };

    public static Grant Provisioning() =>
        new()
        {
            Id = new GrantId(Guid.NewGuid()),
            Person = Alice.Id,
            Access = Access,
            State = GrantState.Provisioning,
            Duration = TimeSpan.FromHours(1),
        };

    /// <summary>From <see cref="Now"/> for an hour.</summary>
    public static Grant Active() =>
        Provisioning() with
        {
            State = GrantState.Active,
            From = Now,
            Until = Now.AddHours(1),
        };

    public static Grant In(GrantState state) =>
        Active() with
        {
            State = state,
            End = state is GrantState.Active ? null : new GrantEnd(Now, GrantEndCause.Expired, null),
        };
}
