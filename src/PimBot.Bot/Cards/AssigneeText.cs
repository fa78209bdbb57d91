using PimBot.Application.Access;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Cards;

/// <summary>Whom an assignment is for, as a fact on a card: with the address, and what sort of account it is.</summary>
internal static class AssigneeText
{
    public static CardText Of(Assignee assignee)
    {
        var name = assignee.Address is { } address ? $"{assignee.Name} ({address})" : assignee.Name;
        return KindOf(assignee) is { } kind ? CardText.Of($"{name}, {kind}") : CardText.Escaped(name);
    }

    /// <summary>What must be known of it; null for an ordinary account.</summary>
    public static string? KindOf(Assignee assignee) =>
        assignee switch
        {
            { Group: not null } => "group",
            { Person: { Enabled: false } } => "disabled account",
            { Person.Kind: PersonKind.Guest } => "guest",
            { Person.Kind: PersonKind.Personal } => "personal account",
            { Person.Kind: PersonKind.ServiceAccount } => "service account",
            { Person.Kind: PersonKind.Emergency } => "emergency account",
            _ => null,
        };
}
