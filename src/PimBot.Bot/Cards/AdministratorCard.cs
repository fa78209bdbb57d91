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
            view.Grant?.Until is { } until
                ? CardText.Of($"{view.Scope.Name}, until {Words.Moment(until, view.Now, zone)}")
                : CardText.Of($"{view.Scope.Name}"),
            view
        );

    public static AdaptiveCard RevocationDelayed(RequestView view, TimeZoneInfo zone) =>
        Make(
            CardText.Of($"{view.Role.Name} of {view.Requester.Name} could not yet be removed"),
            view.Grant?.End?.At is { } ended
                ? CardText.Of(
                    $"It ended {Words.Moment(ended, view.Now, zone)}, but the system that holds it has not confirmed after {view.Grant.Failures} tries. PimBot keeps trying. If it can’t wait, remove it there by hand."
                )
                : CardText.Literal("PimBot keeps trying."),
            view
        );

    private static AdaptiveCard Make(CardText heading, CardText line, RequestView view)
    {
        var body = new List<AdaptiveElement> { CardParts.Heading(heading), CardParts.Line(line) };
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
