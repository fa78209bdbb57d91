using PimBot.Application.Activations;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;

namespace PimBot.Bot.Cards;

/// <summary>What administrators are told, without being asked for anything.</summary>
internal static class AdministratorCard
{
    public static AdaptiveCard Activated(RequestView view, TimeZoneInfo zone) =>
        Make(
            CardText.Of($"{view.Requester.Name} activated {view.Role.Name}"),
            ContainerStyle.Emphasis,
            view.Grant?.Until is { } until
                ? CardText.Of($"{view.Scope.Name}, until {Words.Moment(until, view.Now, zone)}")
                : CardText.Of($"{view.Scope.Name}"),
            view
        );

    public static AdaptiveCard RevocationDelayed(RequestView view, TimeZoneInfo zone) =>
        Make(
            CardText.Of($"{view.Role.Name} of {view.Requester.Name} could not yet be removed"),
            ContainerStyle.Attention,
            view.Grant?.End?.At is { } ended
                ? CardText.Of($"It ended {Words.Moment(ended, view.Now, zone)}")
                : CardText.Literal("It has ended"),
            view,
            CardText.Of(
                $"The system that holds it has not confirmed after {view.Grant?.Failures ?? 0} tries. PimBot keeps trying. If it can’t wait, remove it there by hand."
            )
        );

    private static AdaptiveCard Make(
        CardText heading,
        ContainerStyle style,
        CardText line,
        RequestView view,
        CardText? below = null
    )
    {
        var body = new List<AdaptiveElement> { CardParts.Heading(heading), CardParts.Band(style, line, below) };
        if (view is { Request.Decision.Verdict: Verdict.Approve, Decider: { } decider })
        {
            body.Add(CardParts.Words("Approved by", decider.Name));
        }

        if (view.Request.Ask.Justification is { } why)
        {
            body.Add(CardParts.Words("Why", why));
        }

        if (view.Request.Ask.Ticket is { } ticket)
        {
            body.Add(CardParts.Words("Ticket", ticket.ToString()));
        }

        return CardParts.Card(CardText.Of($"{heading}. {line}"), body);
    }
}
