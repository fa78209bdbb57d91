using System.Text.Json.Nodes;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Cards;

/// <summary>All questions about an assignment on one card: an administrator's, or a holder's who asks for more time.</summary>
internal static class AssignmentFormCard
{
    public const string RoleInput = "role";
    public const string ScopeInput = "place";
    public const string PickInput = "person";
    public const string WhoInput = "who";
    public const string KindInput = "kind";
    public const string PeriodInput = "period";
    public const string OtherInput = "other";
    public const string StartInput = "start";
    public const string ReasonInput = "reason";
    private const int LongestName = 256;
    private const int LongestTime = 60;

    /// <param name="subject">What is known, and what may be offered.</param>
    /// <param name="action">What is asked for.</param>
    /// <param name="filled">What was filled in before.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="now">The present.</param>
    /// <param name="problem">What was wrong; null: nothing.</param>
    public static AdaptiveCard For(
        AssignmentSubject subject,
        RequestAction action,
        AssignmentForm filled,
        DateTimeOffset now,
        TimeZoneInfo zone,
        string? problem = null
    )
    {
        var heading = Heading(subject, action);
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Escaped(heading)) };
        if (subject is { Existing: { } existing, Scope: { } scope })
        {
            var state = AssignmentRequestText.Now(existing, now, zone);
            body.Add(CardParts.Subtle(CardText.Of($"{scope.Name}. Now {state}. An administrator decides.")));
        }

        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        if (action is RequestAction.AdminAssign)
        {
            AddWhat(body, subject, filled);
            AddWho(body, filled);
        }

        AddTime(body, subject, action, filled);
        AddReason(body, subject, filled);
        var button = action is RequestAction.AdminAssign ? "Assign" : "Ask";
        return CardParts.Card(
            CardText.Of(
                $"{heading}. You can type it too, such as “assign Exchange Administrator to Bob for 3 months”."
            ),
            body,
            [CardParts.Button(button, Verbs.SubmitAssignment, Data(subject, action), ActionStyle.Positive)]
        );
    }

    public static AssignmentForm Read(CardAction action) =>
        new()
        {
            Role = action.Text(RoleInput) ?? action.Role()?.Value,
            Scope = action.Text(ScopeInput) ?? action.Access()?.Scope.Value,
            Picked = action.Text(PickInput),
            Who = action.Text(WhoInput),
            Kind = action.Text(KindInput),
            Period = action.Text(PeriodInput),
            Other = action.Text(OtherInput),
            Start = action.Text(StartInput),
            Reason = action.Text(ReasonInput),
        };

    public static RequestAction ActionOf(CardAction action) =>
        Enum.TryParse<RequestAction>(action.Text("action"), out var known)
        && known is RequestAction.SelfExtend or RequestAction.SelfRenew
            ? known
            : RequestAction.AdminAssign;

    private static string Heading(AssignmentSubject subject, RequestAction action) =>
        (action, subject.Role?.Name) switch
        {
            (RequestAction.SelfExtend, { } role) => $"Ask to extend {role}",
            (RequestAction.SelfRenew, { } role) => $"Ask to renew {role}",
            (_, { } role) => $"Assign {role}",
            _ => "Assign a role",
        };

    private static void AddWhat(List<AdaptiveElement> body, AssignmentSubject subject, AssignmentForm filled)
    {
        if (subject.Role is null)
        {
            var roles = Offering.Choices(Offering.Roles(subject.Administered.Select(a => a.Role)));
            body.Add(Choice(RoleInput, "Role", roles, filled.Role, "Choose a role."));
            return;
        }

        if (subject.Scopes.Count > 1)
        {
            var places = Offering.Choices(Offering.Places(subject.Scopes));
            body.Add(Choice(ScopeInput, "Where", places, filled.Scope, "Choose a place."));
        }
        else if (subject.Scope is { } scope)
        {
            body.Add(CardParts.Subtle(CardText.Of($"{Offering.Title(scope)}")));
        }
    }

    private static InputChoiceSet Choice(
        string id,
        string label,
        IReadOnlyList<InputChoice> choices,
        string? value,
        string error
    ) =>
        new()
        {
            Id = id,
            Label = label,
            Choices = choices,
            Style = Offering.StyleOf(choices, choices.Any(c => c.Value == value) ? value : null),
            Placeholder = "Choose",
            Value = choices.Any(c => c.Value == value) ? value : null,
            IsRequired = true,
            ErrorMessage = error,
        };

    private static void AddWho(List<AdaptiveElement> body, AssignmentForm filled)
    {
        body.Add(
            new InputChoiceSet
            {
                Id = PickInput,
                Label = "Person",
                Choices = [],
                Data = DataQuery.People,
                Style = ChoiceInputStyle.Filtered,
                Placeholder = "Search for a person",
                // Directory ids only: never what a client sent in their place.
                Value = Guid.TryParse(filled.Picked, out var id) ? id.ToString() : null,
            }
        );
        body.Add(
            new InputText
            {
                Id = WhoInput,
                Label = "Or a name, address or group",
                Placeholder = "For example: bob@contoso.example, or Helpdesk",
                MaxLength = LongestName,
                Value = CardParts.Typed(filled.Who, LongestName),
            }
        );
        body.Add(
            new InputChoiceSet
            {
                Id = KindInput,
                Label = "Kind",
                Choices = [new("Eligible: to activate when needed", "eligible"), new("Active: at once", "active")],
                Style = ChoiceInputStyle.Expanded,
                Value = filled.Kind is "active" ? "active" : "eligible",
                IsRequired = true,
                ErrorMessage = "Choose a kind.",
            }
        );
    }

    private static void AddTime(
        List<AdaptiveElement> body,
        AssignmentSubject subject,
        RequestAction action,
        AssignmentForm filled
    )
    {
        var offers = AssignmentText.Offers(Longest(subject, filled));
        body.Add(
            new InputChoiceSet
            {
                Id = PeriodInput,
                Label = action is RequestAction.AdminAssign ? "For how long" : "For how long, from now",
                Choices = [.. offers.Select(o => new InputChoice(o.Title, o.Value))],
                Value = offers.Any(o => o.Value == filled.Period) ? filled.Period : Usual(offers),
                IsRequired = true,
                ErrorMessage = "Choose how long.",
            }
        );
        body.Add(
            new InputText
            {
                Id = OtherInput,
                Label = "Or another end",
                Placeholder = "For example: until 30 June",
                MaxLength = LongestTime,
                Value = CardParts.Typed(filled.Other, LongestTime),
            }
        );
        if (action is RequestAction.AdminAssign)
        {
            body.Add(
                new InputText
                {
                    Id = StartInput,
                    Label = "Start (leave empty for now)",
                    Placeholder = "For example: Monday, or 1 April 9:00",
                    MaxLength = LongestTime,
                    Value = CardParts.Typed(filled.Start, LongestTime),
                }
            );
        }
    }

    /// <summary>The longer of both kinds, as long as the kind can still be chosen; the use case judges the one chosen.</summary>
    private static TimeSpan? Longest(AssignmentSubject subject, AssignmentForm filled) =>
        subject switch
        {
            { Existing: { } existing } => subject.PolicyOf(existing.Type)?.Maximum,
            { Policy: null } => null,
            _ when filled.Kind is "active" => subject.Policy.Active.Maximum,
            { Policy: { Eligible.Maximum: { } eligible, Active.Maximum: { } active } } => eligible > active
                ? eligible
                : active,
            _ => subject.Policy.Eligible.Maximum is null ? null : subject.Policy.Active.Maximum,
        };

    // Neither long nor permanent unless somebody chooses it.
    private static string Usual(IReadOnlyList<(string Title, string Value)> offers) =>
        offers.Where(o => o.Value == "90 days").Select(o => o.Value).FirstOrDefault()
        ?? offers.Where(o => o.Value != AssignmentText.PermanentValue).Select(o => o.Value).LastOrDefault()
        ?? offers[0].Value;

    private static void AddReason(List<AdaptiveElement> body, AssignmentSubject subject, AssignmentForm filled)
    {
        var isWish = subject.Existing is not null;
        var required = ActivationRequirements.Justification;
        var isEverRequired =
            subject.Policy is null
            || subject.Policy.Active.Require.HasFlag(required)
            || subject.Policy.Eligible.Require.HasFlag(required);
        if (!isWish && !isEverRequired)
        {
            return;
        }

        var isAlways = isWish || subject.Policy?.Eligible.Require.HasFlag(required) is true;
        body.Add(
            new InputText
            {
                Id = ReasonInput,
                Label = isAlways ? "Why" : "Why (needed where the role’s settings ask for it)",
                IsMultiline = true,
                IsRequired = isAlways ? true : null,
                ErrorMessage = isAlways ? "Give the reason." : null,
                MaxLength = ActivationAsk.LongestJustification,
                Value = CardParts.Typed(filled.Reason, ActivationAsk.LongestJustification),
            }
        );
    }

    private static JsonObject Data(AssignmentSubject subject, RequestAction action)
    {
        var data = subject switch
        {
            { Existing: { } existing } => CardData.Of(existing.Id),
            { Role: { } role, Scopes.Count: 1, Scope: { } scope } => CardData.Of(new RoleScope(role.Id, scope.Id)),
            { Role: { } role } => CardData.Of(role.Id),
            _ => [],
        };
        data["action"] = action.ToString();
        return data;
    }
}
