using PimBot.Application.Work;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Cards;

/// <summary>What happened to a standing assignment, in words for who reads it, with the colour that repeats it.</summary>
internal static class AssignmentWords
{
    public static (CardText Heading, ContainerStyle Style, CardText State, CardText? Below) Of(
        AssignmentWordView view,
        TimeZoneInfo zone
    ) =>
        view.Notice.Kind switch
        {
            AssignmentNoticeKind.Assigned => (Given(view), ContainerStyle.Good, Period(view, zone), null),
            AssignmentNoticeKind.Changed => (Changed(view), ContainerStyle.Accent, Period(view, zone), By(view)),
            AssignmentNoticeKind.Removed => Removed(view, zone),
            AssignmentNoticeKind.EndIsNear or AssignmentNoticeKind.EndIsClose => Ending(view, zone),
            AssignmentNoticeKind.Ended => Ended(view, zone),
            AssignmentNoticeKind.LastHolderKept => Kept(view, zone),
            _ => Settled(view, zone),
        };

    /// <summary>The person or group, with what sets the account apart.</summary>
    public static CardText Who(AssignmentWordView view) =>
        view switch
        {
            { Assignee: { Kind: PersonKind.Emergency } person } => CardText.Of($"{person.Name}, an emergency account"),
            { Assignee: { Kind: PersonKind.Guest } person } => CardText.Of($"{person.Name}, **guest**"),
            { Assignee: { Kind: PersonKind.Personal } person } => CardText.Of($"{person.Name}, **personal account**"),
            { Assignee: { } person } => CardText.Escaped(person.Name),
            _ => CardText.Of($"the group {view.Whom}"),
        };

    private static CardText Given(AssignmentWordView view) =>
        (view.Type, view.IsTheirs) switch
        {
            (AssignmentType.Eligible, true) => CardText.Of(
                $"{By(view, "An administrator")} made you eligible for {view.Role.Name}"
            ),
            (_, true) => CardText.Of($"{By(view, "An administrator")} assigned {view.Role.Name} to you"),
            (AssignmentType.Eligible, _) => CardText.Of(
                $"{By(view, "An administrator")} made {view.Whom} eligible for {view.Role.Name}"
            ),
            _ => CardText.Of($"{By(view, "An administrator")} assigned {view.Role.Name} to {view.Whom}"),
        };

    private static CardText Changed(AssignmentWordView view)
    {
        var what = view.Request?.Action switch
        {
            RequestAction.AdminExtend or RequestAction.SelfExtend => "extended",
            RequestAction.AdminRenew or RequestAction.SelfRenew => "renewed",
            _ => "changed",
        };
        return view.IsTheirs
            ? CardText.Of($"Your assignment of {view.Role.Name} was {CardText.Literal(what)}")
            : CardText.Of($"{view.Role.Name} of {view.Whom} was {CardText.Literal(what)}");
    }

    private static (CardText, ContainerStyle, CardText, CardText?) Removed(AssignmentWordView view, TimeZoneInfo zone)
    {
        var at = Words.Moment(view.Request?.Outcome?.At ?? view.Now, view.Now, zone);
        var heading = (view.Type, view.IsTheirs) switch
        {
            (AssignmentType.Eligible, true) => CardText.Of($"You are no longer eligible for {view.Role.Name}"),
            (_, true) => CardText.Of($"You no longer hold {view.Role.Name}"),
            (AssignmentType.Eligible, _) => CardText.Of($"{view.Whom} is no longer eligible for {view.Role.Name}"),
            _ => CardText.Of($"{view.Whom} no longer holds {view.Role.Name}"),
        };
        return (
            heading,
            ContainerStyle.Emphasis,
            CardText.Of($"Removed by {By(view, "an administrator")}, {at}"),
            view is { IsTheirs: true, Type: AssignmentType.Eligible }
                ? CardText.Literal("What you had activated from it has ended too.")
                : null
        );
    }

    private static (CardText, ContainerStyle, CardText, CardText?) Ending(AssignmentWordView view, TimeZoneInfo zone)
    {
        var end = view.End ?? view.Now;
        var heading = view.IsTheirs
            ? CardText.Of($"Your assignment of {view.Role.Name} ends soon")
            : CardText.Of($"{view.Role.Name} of {view.Whom} ends soon");
        var way = (view.IsTheirs, view.Group) switch
        {
            (false, _) => CardText.Literal("It ends by itself unless an administrator extends it."),
            (_, null) => CardText.Literal("Ask for more time if you need it: an administrator decides."),
            _ => CardText.Literal("It is the group’s: ask an administrator to extend it if the group needs it longer."),
        };
        return (
            heading,
            ContainerStyle.Warning,
            CardText.Of($"{Kind(view)} until {Words.Moment(end, view.Now, zone)}, {Left(end - view.Now)}"),
            way
        );
    }

    private static (CardText, ContainerStyle, CardText, CardText?) Ended(AssignmentWordView view, TimeZoneInfo zone)
    {
        var end = view.End ?? view.Now;
        var until = Words.Moment(end + Assignment.RenewAfter, view.Now, zone);
        return (
            view.IsTheirs
                ? CardText.Of($"Your assignment of {view.Role.Name} has ended")
                : CardText.Of($"{view.Role.Name} of {view.Whom} has ended"),
            ContainerStyle.Emphasis,
            CardText.Of($"Ended {Words.Moment(end, view.Now, zone)}"),
            view is { IsTheirs: true, Group: null }
                ? CardText.Of($"You can ask to have it renewed until {until}.")
                : CardText.Of($"An administrator can renew it until {until}.")
        );
    }

    private static (CardText, ContainerStyle, CardText, CardText?) Kept(AssignmentWordView view, TimeZoneInfo zone)
    {
        var since = view.Assignment?.KeptSince ?? view.Notice.End ?? view.Now;
        return (
            CardText.Of($"{view.Role.Name} was kept past its end"),
            ContainerStyle.Attention,
            CardText.Of(
                $"{view.Whom} is the last to hold it, and keeps it since {Words.Moment(since, view.Now, zone)}"
            ),
            CardText.Literal("Give the role to somebody else; then it ends by itself.")
        );
    }

    private static (CardText, ContainerStyle, CardText, CardText?) Settled(AssignmentWordView view, TimeZoneInfo zone)
    {
        var at = Words.Moment(view.Request?.Outcome?.At ?? view.Now, view.Now, zone);
        var (style, state) = view.Request?.State switch
        {
            RequestState.Provisioned or RequestState.ScheduleCreated or RequestState.Revoked => (
                ContainerStyle.Good,
                CardText.Of($"Approved by {Decider(view)}, {at}")
            ),
            RequestState.PendingProvisioning => (
                ContainerStyle.Warning,
                CardText.Of($"Confirmed by {Decider(view)}. It is done as soon as the group has another owner")
            ),
            RequestState.Denied => (ContainerStyle.Attention, CardText.Of($"Denied by {Decider(view)}, {at}")),
            RequestState.Canceled => (ContainerStyle.Emphasis, CardText.Of($"Canceled, {at}")),
            RequestState.TimedOut => (ContainerStyle.Attention, CardText.Literal("Timed out: nobody decided in time")),
            _ => (ContainerStyle.Attention, CardText.Of($"Not done, {at}")),
        };
        var below = view.Request?.State is RequestState.Provisioned or RequestState.ScheduleCreated
            ? Period(view, zone)
            : (CardText?)null;
        return (Wish(view), style, state, below);
    }

    /// <summary>What somebody asks for, as a sentence.</summary>
    private static CardText Wish(AssignmentWordView view)
    {
        var what = view.Request?.Action switch
        {
            RequestAction.SelfExtend or RequestAction.AdminExtend => "extend",
            RequestAction.SelfRenew or RequestAction.AdminRenew => "renew",
            RequestAction.AdminAssign => "assign",
            RequestAction.AdminRemove => "remove",
            _ => "change",
        };
        var verb = CardText.Literal(what);
        if (view.Notice.Kind is AssignmentNoticeKind.RequestSettled)
        {
            return view.IsTheirs
                ? CardText.Of($"Your request to {verb} {view.Role.Name}")
                : CardText.Of($"Your request to {verb} {view.Role.Name} of {view.Whom}");
        }

        if (view.Request?.Review is not null)
        {
            return CardText.Of($"An access review asks to {verb} {view.Role.Name} of {view.Whom}");
        }

        return view.By is { } by && view.Request?.Principal.Person == by.Id
            ? CardText.Of($"{by.Name} asks to {verb} {view.Role.Name}")
            : CardText.Of($"{view.By?.Name ?? "An administrator"} asks to {verb} {view.Role.Name} of {view.Whom}");
    }

    private static CardText Period(AssignmentWordView view, TimeZoneInfo zone) =>
        (view.Start, view.End) switch
        {
            ({ } start, { } end) when start > view.Now => CardText.Of(
                $"{Kind(view)} from {Words.Moment(start, view.Now, zone)} until {Words.Moment(end, view.Now, zone)}"
            ),
            ({ } start, null) when start > view.Now => CardText.Of(
                $"{Kind(view)} from {Words.Moment(start, view.Now, zone)}, without an end"
            ),
            (_, { } end) => CardText.Of($"{Kind(view)} until {Words.Moment(end, view.Now, zone)}"),
            _ => CardText.Of($"{Kind(view)}, without an end"),
        };

    // As people count towards an end that is days away: nobody wants the minutes.
    private static string Left(TimeSpan left) =>
        left switch
        {
            { TotalHours: > 36 } => $"{Math.Round(left.TotalDays, MidpointRounding.AwayFromZero):0} days left",
            { TotalHours: > 3 } => $"{Words.Duration(TimeSpan.FromHours(Math.Ceiling(left.TotalHours)))} left",
            _ => $"{Words.Duration(left)} left",
        };

    private static CardText Kind(AssignmentWordView view) =>
        CardText.Literal(view.Type is AssignmentType.Eligible ? "Eligible" : "Active");

    private static CardText? By(AssignmentWordView view) => view.DoneBy is { } by ? CardText.Of($"By {by.Name}") : null;

    private static string By(AssignmentWordView view, string nobody) => view.DoneBy?.Name ?? nobody;

    private static string Decider(AssignmentWordView view) => view.Decider?.Name ?? "an administrator";
}
