using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Tests.Cards;

/// <summary>What people are told of standing assignments.</summary>
internal static class AssignmentSamples
{
    private static readonly Guid Id = new("5eed0000-0000-4000-8000-000000000002");
    private static readonly DateTimeOffset Now = RequestViews.Now;
    private static readonly DateTimeOffset End = Now + TimeSpan.FromDays(90);

    public static IReadOnlyList<CardSample> All { get; } =
    [
        Sample("eligible", c => Told(c, AssignmentNoticeKind.Assigned, AssignmentType.Eligible, End)),
        Sample("active-without-end", c => Told(c, AssignmentNoticeKind.Assigned, AssignmentType.Active, null)),
        Sample("starts-later", c => StartsLater(Told(c, AssignmentNoticeKind.Assigned, AssignmentType.Eligible, End))),
        Sample(
            "eligible-for-an-administrator",
            c => Told(c, AssignmentNoticeKind.Assigned, AssignmentType.Eligible, End) with { IsTheirs = false }
        ),
        Sample(
            "through-a-group",
            c => ToGroup(c, Told(c, AssignmentNoticeKind.Assigned, AssignmentType.Eligible, End))
        ),
        Sample(
            "extended",
            c => Decided(c, Told(c, AssignmentNoticeKind.Changed, AssignmentType.Eligible, End), Verdict.Approve),
            isFullest: true
        ),
        Sample("removed", c => Gone(Told(c, AssignmentNoticeKind.Removed, AssignmentType.Active, End))),
        Sample(
            "end-is-near",
            c => ByTime(Told(c, AssignmentNoticeKind.EndIsNear, AssignmentType.Eligible, Now + TimeSpan.FromDays(14)))
        ),
        Sample(
            "end-is-close-through-a-group",
            c =>
                ToGroup(
                    c,
                    ByTime(Told(c, AssignmentNoticeKind.EndIsClose, AssignmentType.Active, Now + TimeSpan.FromDays(1)))
                )
        ),
        Sample("ended", c => ByTime(Told(c, AssignmentNoticeKind.Ended, AssignmentType.Eligible, Now))),
        Sample("last-holder-kept", Kept),
        Sample(
            "denied",
            c =>
                Decided(
                    c,
                    Told(c, AssignmentNoticeKind.RequestSettled, AssignmentType.Eligible, Now + TimeSpan.FromDays(3)),
                    Verdict.Deny
                )
        ),
        Sample(
            "confirmed-and-waits-for-another-owner",
            c => WaitsForOwner(Gone(Told(c, AssignmentNoticeKind.RequestSettled, AssignmentType.Active, null)))
        ),
    ];

    private static AssignmentWordView WaitsForOwner(AssignmentWordView view) =>
        view with
        {
            IsTheirs = false,
            Decider = view.Assignee,
            Request = AssignmentRequestLife.Wait(view.Request!, PendingReason.AnotherOwner, Now),
        };

    private static CardSample Sample(string state, Func<Cast, AssignmentWordView> view, bool isFullest = false) =>
        new(typeof(AssignmentWordCard), state, c => AssignmentWordCard.For(view(c), RequestViews.Zone), isFullest);

    private static AssignmentWordView Told(
        Cast cast,
        AssignmentNoticeKind kind,
        AssignmentType type,
        DateTimeOffset? end
    )
    {
        var request = new AssignmentRequest
        {
            Id = new RequestId(Id),
            Action = RequestAction.AdminAssign,
            CreatedBy = cast.Frank.Id,
            CreatedAt = Now,
            Principal = Principal.Of(cast.Alice.Id),
            Access = cast.Access,
            Assignment = Id,
            State = RequestState.Provisioned,
            Ask = new AssignmentAsk
            {
                Type = type,
                End = end,
                Justification = cast.Why,
            },
        };
        return new AssignmentWordView
        {
            Notice = new(kind, cast.Alice.Id, null, request.Id, Id, cast.Access, cast.Alice.Id, null, type, end),
            Now = Now,
            Role = cast.Role,
            Scope = cast.Scope,
            Assignee = cast.Alice,
            Request = request,
            By = cast.Frank,
            IsTheirs = true,
            Assignment = new Assignment
            {
                Id = Id,
                Person = cast.Alice.Id,
                Access = cast.Access,
                Type = type,
                Start = Now,
                End = end,
            },
        };
    }

    private static AssignmentWordView StartsLater(AssignmentWordView view) =>
        view with
        {
            Assignment = view.Assignment! with { Start = Now + TimeSpan.FromDays(2) },
        };

    private static AssignmentWordView ByTime(AssignmentWordView view) => view with { Request = null, By = null };

    private static AssignmentWordView Gone(AssignmentWordView view) =>
        view with
        {
            Assignment = null,
            Request = view.Request! with
            {
                Action = RequestAction.AdminRemove,
                State = RequestState.Revoked,
                Outcome = new RequestOutcome(Now, view.By!.Id, null),
            },
        };

    private static AssignmentWordView ToGroup(Cast cast, AssignmentWordView view) =>
        view with
        {
            Assignee = null,
            Group = new Group { Id = new GroupId("helpdesk"), Name = cast.ScopeNamed("Helpdesk").Name },
        };

    private static AssignmentWordView Kept(Cast cast)
    {
        var view = ByTime(Told(cast, AssignmentNoticeKind.LastHolderKept, AssignmentType.Active, Now));
        return view with { IsTheirs = false, Assignment = AssignmentLife.Keep(view.Assignment!, Now) };
    }

    private static AssignmentWordView Decided(Cast cast, AssignmentWordView view, Verdict verdict)
    {
        var request = view.Request! with
        {
            Action = RequestAction.SelfExtend,
            CreatedBy = cast.Alice.Id,
            Decision = new ApprovalDecision(cast.Bob.Id, Now, verdict, cast.Reason),
        };
        return view with
        {
            By = cast.Alice,
            Decider = cast.Bob,
            Request =
                verdict is Verdict.Deny
                    ? AssignmentRequestLife.Denied(request, request.Decision)
                    : AssignmentRequestLife.Done(request, Now),
        };
    }
}
