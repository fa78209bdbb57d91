using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Tests.Cards;

/// <summary>One request in each of its states, as the store would show it at <see cref="Now"/>.</summary>
internal static class RequestViews
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 13, 20, 0, TimeSpan.Zero);

    public static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone(
        "UTC+1",
        TimeSpan.FromHours(1),
        null,
        null
    );

    private static readonly RequestId Id = new(new Guid("5eed0000-0000-4000-8000-000000000001"));

    public static RequestView In(
        Cast cast,
        RequestState state,
        Func<ActivationRequest, ActivationRequest>? change = null,
        Grant? grant = null
    )
    {
        var request = new ActivationRequest
        {
            Id = Id,
            Action = RequestAction.SelfActivate,
            Requester = cast.Alice.Id,
            Access = cast.Access,
            State = state,
            CreatedAt = Now - TimeSpan.FromMinutes(3),
            Ask = new ActivationAsk
            {
                Duration = TimeSpan.FromHours(1),
                Justification = cast.Why,
                Ticket = cast.Ticket,
            },
            Policy = RolePolicy.Default(cast.Access),
            VerifyBy = Now + TimeSpan.FromMinutes(12),
            DecideBy = Now + TimeSpan.FromHours(24),
        };
        request = change?.Invoke(request) ?? request;
        return new RequestView
        {
            Now = Now,
            Request = request,
            Requester = cast.Alice,
            Role = cast.Role,
            Scope = cast.Scope,
            Grant = grant,
            Decider = request.Decision is null ? null : cast.Bob,
        };
    }

    public static RequestView Pending(Cast cast) =>
        In(cast, RequestState.PendingApproval) with
        {
            Asked = [cast.Bob, cast.Carol, cast.Frank],
            Held = [new HeldAccess(cast.RoleNamed("Global Reader"), cast.Scope, null, null)],
        };

    public static RequestView Approved(Cast cast, RequestState state, Grant? grant = null) =>
        In(cast, state, r => r with { Decision = Decided(cast, Verdict.Approve) }, grant) with
        {
            Asked = [cast.Bob, cast.Carol, cast.Frank],
        };

    public static RequestView Denied(Cast cast) =>
        In(
            cast,
            RequestState.Denied,
            r => r with { Decision = Decided(cast, Verdict.Deny), Outcome = new(Now, cast.Bob.Id, null) }
        ) with
        {
            Asked = [cast.Bob, cast.Carol, cast.Frank],
        };

    public static RequestView Over(Cast cast, RequestState state, ReasonCode? code = null) =>
        In(cast, state, r => r with { Outcome = new(Now, null, code) });

    /// <summary>The same, to start tomorrow morning.</summary>
    public static RequestView Later(RequestView view) =>
        view with
        {
            Request = view.Request with { Ask = view.Request.Ask with { Start = Now + TimeSpan.FromHours(19) } },
        };

    /// <summary>The same as more time for a running activation.</summary>
    public static RequestView Extending(RequestView view) =>
        view with
        {
            Request = view.Request with { Action = RequestAction.SelfExtend, Extends = GrantOf(view).Id },
        };

    public static Grant GrantOf(
        RequestView view,
        GrantState state = GrantState.Active,
        int failures = 0,
        GrantEndCause? end = null
    ) =>
        new()
        {
            Id = new GrantId(view.Request.Id.Value),
            Person = view.Request.Requester,
            Access = view.Request.Access,
            State = state,
            Duration = view.Request.Ask.Duration,
            From = state is GrantState.Provisioning ? null : Now - TimeSpan.FromMinutes(5),
            Until = state is GrantState.Provisioning ? null : Now + TimeSpan.FromMinutes(55),
            Failures = failures,
            End = end is { } cause ? new GrantEnd(Now, cause, null) : null,
        };

    /// <summary>The same, with the grant in that state.</summary>
    public static RequestView With(
        this RequestView view,
        GrantState state,
        int failures = 0,
        GrantEndCause? end = null
    ) => view with { Grant = GrantOf(view, state, failures, end) };

    /// <summary>The same, an hour later: when the activation is over.</summary>
    public static RequestView AnHourLater(this RequestView view) => view with { Now = Now + TimeSpan.FromHours(1) };

    private static ApprovalDecision Decided(Cast cast, Verdict verdict) =>
        new(cast.Bob.Id, Now - TimeSpan.FromMinutes(1), verdict, cast.Reason);
}
