using PimBot.Bot.Cards;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Wording;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Tests.Cards;

/// <summary>What PimBot says in the course of talking: questions, notices, help.</summary>
internal static class ConversationSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        Question("how-long", new WhenStep(), null),
        new(
            typeof(QuestionCard),
            "how-long-with-problem",
            c => Ask(c, new WhenStep(), "The longest for this role is 2 hours."),
            IsFullest: true
        ),
        Question("why", new JustificationStep(), null),
        Question("why-with-problem", new JustificationStep(), "Give the reason in words that others can read."),
        Question("which-ticket", new TicketStep(), null),
        Question("which-ticket-with-problem", new TicketStep(), "Give the ticket’s number, such as INC-1234."),
        new(
            typeof(QuestionCard),
            "answered",
            c => QuestionCard.Answered("For how long? At most 2 hours.", c == Cast.Hostile ? c.Typed : "1 hour")
        ),
        new(
            typeof(NoticeCard),
            "not-possible",
            c =>
                NoticeCard.For(
                    "That is not possible",
                    Refusals.Say(
                        Refusal.Because(ReasonCode.NotEligible),
                        new RefusalContext(RequestViews.Now, RequestViews.Zone, c.Role.Name)
                    ),
                    CardParts.Command("My roles", "my roles"),
                    CardParts.Command("My requests", "my requests")
                ),
            IsFullest: true
        ),
        new(
            typeof(NoticeCard),
            "not-understood",
            _ =>
                NoticeCard.For(
                    "I did not understand that",
                    "Did you mean one of these?",
                    CardParts.Command("My roles", "my roles"),
                    CardParts.Command("Activate", "activate"),
                    CardParts.Command("Help", "help")
                )
        ),
        new(typeof(NoticeCard), "stopped", _ => NoticeCard.For("Stopped", "Nothing was asked for.")),
        new(typeof(HelpCard), "help", _ => HelpCard.Help()),
        new(typeof(HelpCard), "welcome", c => HelpCard.Welcome(c.Alice.Name), IsFullest: true),
    ];

    private static CardSample Question(string state, IDialogStep step, string? problem) =>
        new(typeof(QuestionCard), state, c => Ask(c, step, problem));

    private static Channel.Cards.AdaptiveCard Ask(Cast cast, IDialogStep step, string? problem)
    {
        var policy = RolePolicy.Default(cast.Access);
        var subject = new ActivationSubject(cast.Role, cast.Scope, policy, null);
        return QuestionCard.For(
            "5eed",
            step.Name,
            cast.Role.Name,
            step.Question(subject),
            problem,
            step.Offers(subject)
        );
    }
}
