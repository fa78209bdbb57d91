using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Tests.Cards;

/// <summary>Standing assignments, and requests about them, as the store would show them at <see cref="RequestViews.Now"/>.</summary>
internal static class StandingViews
{
    public static readonly DateTimeOffset Now = RequestViews.Now;

    private static readonly Guid Id = new("5eed0000-0000-4000-8000-000000000002");

    public static Assignee Person(Person person) => new(Principal.Of(person.Id), person, null);

    public static Assignee Group(Cast cast) =>
        new(
            Principal.Of(new GroupId("helpdesk")),
            null,
            new Group
            {
                Id = new GroupId("helpdesk"),
                Name = cast == Cast.Hostile ? cast.Alice.Name : "Helpdesk",
                Members = [cast.Alice.Id, cast.Bob.Id, cast.Carol.Id],
            }
        );

    public static Assignment Assignment(
        Cast cast,
        Assignee assignee,
        AssignmentType type = AssignmentType.Eligible,
        int? days = null,
        int number = 0
    ) =>
        new()
        {
            Id = new Guid($"5eed0000-0000-4000-8000-0000000001{number:00}"),
            Person = assignee.Principal.Person,
            Group = assignee.Principal.Group,
            Access = cast.Access,
            Type = type,
            Start = Now - TimeSpan.FromDays(40),
            End = days is { } many ? Now + TimeSpan.FromDays(many) : null,
            CreatedAt = Now - TimeSpan.FromDays(40),
            Version = 1,
        };

    public static AssignmentView View(
        Cast cast,
        Assignee assignee,
        AssignmentType type = AssignmentType.Eligible,
        int? days = null,
        int number = 0
    ) =>
        new()
        {
            Now = Now,
            Assignment = Assignment(cast, assignee, type, days, number),
            Role = cast.Role,
            Scope = cast.Scope,
            Assignee = assignee,
        };

    /// <summary>With an activation that runs on it.</summary>
    public static AssignmentView Running(this AssignmentView view, Cast cast) =>
        view with
        {
            Running = [RequestViews.GrantOf(RequestViews.Pending(cast))],
        };

    public static AssignmentRequestView Request(
        Cast cast,
        RequestAction action,
        RequestState state,
        PendingReason? waitsFor = null,
        Assignee? assignee = null,
        ApprovalDecision? decision = null
    )
    {
        var who = assignee ?? Person(cast.Alice);
        var isWish = action is RequestAction.SelfExtend or RequestAction.SelfRenew;
        return new AssignmentRequestView
        {
            Now = Now,
            Request = new AssignmentRequest
            {
                Id = new RequestId(Id),
                Action = action,
                CreatedBy = isWish ? cast.Alice.Id : cast.Frank.Id,
                CreatedAt = Now - TimeSpan.FromHours(1),
                Principal = who.Principal,
                Access = cast.Access,
                Assignment = Id,
                Ask = new AssignmentAsk
                {
                    Type = AssignmentType.Eligible,
                    End = Now + TimeSpan.FromDays(180),
                    Justification = cast.Why,
                },
                State = state,
                WaitsFor = waitsFor,
                DecideBy = waitsFor is null ? null : Now + TimeSpan.FromDays(30),
                Decision = decision,
                Outcome = waitsFor is null ? new RequestOutcome(Now, decision?.By ?? cast.Frank.Id, null) : null,
            },
            Role = cast.Role,
            Scope = cast.Scope,
            Assignee = who,
            CreatedBy = isWish ? cast.Alice : cast.Frank,
            Decider = decision is null ? null : cast.Bob,
            SettledBy = waitsFor is null ? cast.Frank : null,
            Assignment = Assignment(cast, who, days: 9),
            Policy = RolePolicy.Default(cast.Access) with
            {
                Eligible = new AssignmentPolicy { Maximum = TimeSpan.FromDays(365) },
            },
        };
    }

    public static ApprovalDecision Decided(Cast cast, Verdict verdict) =>
        new(cast.Bob.Id, Now - TimeSpan.FromMinutes(1), verdict, cast.Reason);
}
