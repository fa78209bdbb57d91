using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Bot.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Tests.Cards;

/// <summary>The approver's card: open, for each kind of requester, with a problem, and settled in each way.</summary>
internal static class ApprovalSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        Of("open", RequestViews.Pending),
        new(
            typeof(ApprovalCard),
            "open-with-problem",
            c =>
                ApprovalCard.For(
                    RequestViews.Later(RequestViews.Pending(c)),
                    RequestViews.Zone,
                    "Give a reason for your decision; the requester will see it.",
                    c.Typed
                ),
            IsFullest: true
        ),
        Of("open-holds-nothing-says-nothing", Bare),
        Of("open-holds-many", Holding),
        Of("open-guest", c => By(c, PersonKind.Guest)),
        Of("open-personal-account", c => By(c, PersonKind.Personal)),
        Of("open-for-later", c => RequestViews.Later(RequestViews.Pending(c))),
        Of("open-extension", c => RequestViews.Extending(RequestViews.Pending(c))),
        Of("approved", c => RequestViews.Approved(c, RequestState.Provisioned)),
        new(
            typeof(ApprovalCard),
            "approved-somebody-was-faster",
            c =>
                ApprovalCard.For(
                    RequestViews.Approved(c, RequestState.Provisioned),
                    RequestViews.Zone,
                    "Bob Berg decided this already, today at 14:19 (UTC+1)."
                )
        ),
        Of("approved-but-not-granted", ApprovedInVain),
        Of("denied", RequestViews.Denied),
        Of("canceled", c => RequestViews.Over(c, RequestState.Canceled)),
        Of("timed-out", c => RequestViews.Over(c, RequestState.TimedOut, ReasonCode.DecisionWindowPassed)),
        Of("settled-otherwise", c => RequestViews.Over(c, RequestState.Failed, ReasonCode.PersonDisabled)),
    ];

    private static CardSample Of(string state, Func<Cast, RequestView> view) =>
        new(typeof(ApprovalCard), state, c => ApprovalCard.For(view(c), RequestViews.Zone));

    private static RequestView ApprovedInVain(Cast cast)
    {
        var view = RequestViews.Approved(cast, RequestState.Failed);
        return view with
        {
            Request = view.Request with { Outcome = new(RequestViews.Now, null, ReasonCode.TargetRefused) },
        };
    }

    private static RequestView By(Cast cast, PersonKind kind) =>
        RequestViews.Pending(cast) with
        {
            Requester = cast.Alice with { Kind = kind },
        };

    private static RequestView Bare(Cast cast)
    {
        var view = RequestViews.Pending(cast);
        return view with
        {
            Held = [],
            Request = view.Request with { Ask = new ActivationAsk { Duration = TimeSpan.FromMinutes(30) } },
        };
    }

    private static RequestView Holding(Cast cast) =>
        RequestViews.Pending(cast) with
        {
            Held =
            [
                .. Enumerable
                    .Range(1, 7)
                    .Select(i => new HeldAccess(cast.RoleNamed($"Sample Administrator {i}"), cast.Scope, null, null)),
            ],
        };
}
