using System.Text.Json.Nodes;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Cards;

/// <summary>All questions of an activation on one card: just the fields that the role's policy asks for.</summary>
internal static class ActivationFormCard
{
    public const string DurationInput = "duration";
    public const string StartInput = "start";
    public const string JustificationInput = "justification";
    public const string TicketInput = "ticket";
    public const string ScopeInput = "place";
    private const string ExtendsKey = "grant";
    private const int LongestStart = 60;

    private static readonly int[] OfferedMinutes = [30, 60, 120, 180, 240, 480, 720, 1440];

    /// <param name="subject">The role, and whether an activation of it is extended.</param>
    /// <param name="filled">What was filled in before, kept after a problem.</param>
    /// <param name="problem">What was wrong; null: nothing.</param>
    public static AdaptiveCard For(ActivationSubject subject, ActivationForm filled, string? problem = null)
    {
        var verb = subject.Extends is null ? "Activate" : "Extend";
        var policy = subject.Policy.Activation;
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Of($"{CardText.Literal(verb)} {subject.Role.Name}")),
            CardParts.Subtle(CardText.Of($"{subject.Scope.Name}. {CardText.Literal(What(policy))}")),
        };
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        if (subject.Widest is { } widest && subject.Narrower.Count > 0)
        {
            body.Add(Place(subject, widest));
        }

        body.Add(Duration(subject, filled));
        if (subject.Extends is null)
        {
            body.Add(Start(filled));
        }

        AddRequired(body, policy, filled);
        var data = CardData.Of(subject.Widest is { } all ? new RoleScope(subject.Role.Id, all.Id) : subject.Access);
        if (subject.Extends is { } grant)
        {
            data[ExtendsKey] = JsonValue.Create(grant.Value.ToString("N"));
        }

        return CardParts.Card(
            CardText.Of(
                $"{verb} {subject.Role.Name}: say “{verb.ToLowerInvariant()} {subject.Role.Name} for 1h because …”"
            ),
            body,
            [CardParts.Button(verb, Verbs.SubmitRequest, data, ActionStyle.Positive)]
        );
    }

    private static string What(ActivationPolicy policy) =>
        (policy.Requires(ActivationRequirements.Mfa), policy.Requires(ActivationRequirements.Approval)) switch
        {
            (true, true) => "You will verify it’s you; then approvers decide.",
            (true, false) => "You will verify it’s you.",
            (false, true) => "Approvers decide.",
            _ => "Granted at once.",
        };

    /// <summary>The whole of the eligibility, or a part of it.</summary>
    private static InputChoiceSet Place(ActivationSubject subject, Scope widest)
    {
        var part = subject.Narrower.Take(Offering.MostChoices).ToList();
        if (subject.Scope.Id != widest.Id && part.TrueForAll(s => s.Id != subject.Scope.Id))
        {
            part.Insert(0, subject.Scope);
        }

        var all = new InputChoice($"All of {Offering.Title(widest)}", widest.Id.Value);
        InputChoice[] choices = [all, .. Offering.Choices(Offering.Places(part))];
        // Nothing chosen means all of it.
        var value = subject.Scope.Id == widest.Id ? null : subject.Scope.Id.Value;
        var style = Offering.StyleOf(choices, value);
        return new InputChoiceSet
        {
            Id = ScopeInput,
            Label = "Where",
            Choices = choices,
            Style = style,
            Placeholder = all.Title,
            Value = style is ChoiceInputStyle.Compact ? subject.Scope.Id.Value : value,
        };
    }

    private static InputChoiceSet Duration(ActivationSubject subject, ActivationForm filled)
    {
        var longest = (int)subject.Policy.Activation.Maximum.TotalMinutes;
        var minutes = OfferedMinutes.Where(m => m < longest).Append(longest).ToList();
        if (int.TryParse(filled.Duration, out var other) && other > 0 && !minutes.Contains(other))
        {
            minutes.Add(other);
            minutes.Sort();
        }

        return new InputChoiceSet
        {
            Id = DurationInput,
            Label = subject.Extends is null ? "For how long" : "For how long, from now",
            Choices = [.. minutes.Select(m => new InputChoice(Words.Duration(TimeSpan.FromMinutes(m)), $"{m}"))],
            // Never what a client sent in place of a choice.
            Value = $"{(other > 0 ? other : Math.Min(longest, 60))}",
            IsRequired = true,
            ErrorMessage = "Choose how long.",
        };
    }

    private static InputText Start(ActivationForm filled) =>
        new()
        {
            Id = StartInput,
            Label = "Start (leave empty for now)",
            Placeholder = "For example: tomorrow 9:00",
            MaxLength = LongestStart,
            Value = CardParts.Typed(filled.Start, LongestStart),
        };

    private static void AddRequired(List<AdaptiveElement> body, ActivationPolicy policy, ActivationForm filled)
    {
        if (policy.Requires(ActivationRequirements.Justification))
        {
            body.Add(
                new InputText
                {
                    Id = JustificationInput,
                    Label = "Why",
                    IsMultiline = true,
                    IsRequired = true,
                    ErrorMessage = "Give the reason.",
                    MaxLength = ActivationAsk.LongestJustification,
                    Value = CardParts.Typed(filled.Justification, ActivationAsk.LongestJustification),
                }
            );
        }

        if (policy.Requires(ActivationRequirements.Ticket))
        {
            body.Add(
                new InputText
                {
                    Id = TicketInput,
                    Label = "Ticket",
                    Placeholder = "For example: INC-1234",
                    IsRequired = true,
                    ErrorMessage = "Give the ticket’s number.",
                    MaxLength = ActivationAsk.LongestTicket,
                    Value = CardParts.Typed(filled.Ticket, ActivationAsk.LongestTicket),
                }
            );
        }
    }
}
