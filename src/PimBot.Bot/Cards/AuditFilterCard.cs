using PimBot.Bot.Audit;
using PimBot.Channel.Cards;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Cards;

/// <summary>Asks which entries of the audit are wanted.</summary>
internal static class AuditFilterCard
{
    public const string PersonInput = "who";
    public const string RoleInput = "role";
    public const string ScopeInput = "scope";
    public const string KindInput = "kind";
    public const string SinceInput = "sinceDay";
    public const string UntilInput = "untilDay";
    public const string TicketInput = "ticketText";

    /// <summary>Any kind.</summary>
    public const string AnyKind = "any";

    private const int LongestField = 120;

    /// <param name="form">What stands in the fields.</param>
    /// <param name="problem">What is wrong with it; null: nothing.</param>
    public static AdaptiveCard For(AuditForm form, string? problem = null)
    {
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal("Which entries?")) };
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        body.Add(Text(PersonInput, "Person, as who did it or whom it concerns", form.Person, "For example: Bob"));
        body.Add(Text(RoleInput, "Role", form.Role, "For example: Global Administrator"));
        body.Add(Text(ScopeInput, "Place, with everything below", form.Scope, "For example: Contoso Production"));
        body.Add(Kind(form.Kind));
        body.Add(Day(SinceInput, "From this day on", form.Since));
        body.Add(Day(UntilInput, "Up to and with this day", form.Until));
        body.Add(Text(TicketInput, "Ticket, or a part of it", form.Ticket, "For example: INC-1234"));
        return CardParts.Card(
            CardText.Literal("Say “audit role:\"Global Administrator\" person:Bob since:2026-10-01 kind:approvals”."),
            body,
            [CardParts.Button("Show entries", Verbs.SubmitAuditFilter, style: ActionStyle.Positive)]
        );
    }

    private static InputText Text(string id, string label, string? value, string placeholder) =>
        new()
        {
            Id = id,
            Label = label,
            Value = CardParts.Typed(value, LongestField),
            Placeholder = placeholder,
            MaxLength = LongestField,
        };

    private static InputDate Day(string id, string label, DateOnly? value) =>
        new()
        {
            Id = id,
            Label = label,
            Value = value,
        };

    private static InputChoiceSet Kind(AuditKind? kind) =>
        new()
        {
            Id = KindInput,
            Label = "Kind",
            Style = ChoiceInputStyle.Compact,
            Value = kind?.ToString() ?? AnyKind,
            Choices =
            [
                new InputChoice("Any kind", AnyKind),
                .. Enum.GetValues<AuditKind>().Select(k => new InputChoice(k.ToString(), k.ToString())),
            ],
        };
}
