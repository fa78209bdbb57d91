using PimBot.Application.Access;
using PimBot.Channel.Cards;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Cards;

/// <summary>Asks which role, and at which scope, is meant.</summary>
internal static class AccessChoiceCard
{
    public const string ChoiceInput = "access";

    /// <summary>Choices on one card; further roles are named by typing.</summary>
    public const int Most = 40;

    /// <param name="heading">Our own words.</param>
    /// <param name="accesses">What there is to choose from; at least one.</param>
    /// <param name="verb">What is done with the choice.</param>
    /// <param name="button">Its title.</param>
    /// <param name="byName">How to say it by name, such as <c>say “settings” and the role’s name.</c></param>
    public static AdaptiveCard For(
        string heading,
        IReadOnlyList<ManagedAccess> accesses,
        string verb,
        string button,
        string byName
    )
    {
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal(heading)), Choice("Role", accesses) };
        if (CardParts.More(accesses.Count, Most, byName) is { } more)
        {
            body.Add(more);
        }

        return CardParts.Card(
            CardText.Of($"{heading}: {byName}"),
            body,
            [CardParts.Button(button, verb, style: ActionStyle.Positive)]
        );
    }

    /// <summary>The choice of one of these roles, for other cards too.</summary>
    public static InputChoiceSet Choice(string label, IReadOnlyList<ManagedAccess> accesses) =>
        new()
        {
            Id = ChoiceInput,
            Label = label,
            Style = ChoiceInputStyle.Compact,
            Choices = [.. accesses.Take(Most).Select(a => new InputChoice(Name(a), ValueOf(a.Access)))],
            Value = ValueOf(accesses[0].Access),
            IsRequired = true,
            ErrorMessage = "Choose a role.",
        };

    /// <summary>What was chosen; null: nothing that could be.</summary>
    public static RoleScope? Chosen(this CardAction action) =>
        action.Text(ChoiceInput) is { } value && value.IndexOf('|', StringComparison.Ordinal) is > 0 and var at
            ? new RoleScope(new RoleId(value[..at]), new ScopeId(value[(at + 1)..]))
            : null;

    /// <summary>The role, and its scope where that is not the whole directory.</summary>
    public static string Name(ManagedAccess access) =>
        access.Role.Kind is RoleKind.DirectoryRole
            ? SafeText.Clean(access.Role.Name, 80)
            : SafeText.Clean($"{access.Role.Name} at {access.Scope.Name}", 120);

    private static string ValueOf(RoleScope access) => $"{access.Role.Value}|{access.Scope.Value}";
}
