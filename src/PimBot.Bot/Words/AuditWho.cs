using PimBot.Application.Access.AsCode;
using PimBot.Application.Audit;
using PimBot.Channel.Cards;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Wording;

/// <summary>The names in an entry, as a sentence uses them; foreign text.</summary>
internal sealed record AuditWho(AuditEvent Happened, AuditNames Names)
{
    /// <summary>Who did it, as a sentence begins.</summary>
    public string Actor =>
        Happened.Actor is not { } actor ? "PimBot"
        : actor == DirectoryOperator.Id ? "The operator"
        : Names.Of(actor);

    public string Subject =>
        Happened.Subject is { } subject ? Names.Of(subject)
        : AuditGroups.Of(Happened) is { } group ? $"the group {Names.Of(group)}"
        : "somebody";

    /// <summary>"Alice's", or "their own" where the actor is concerned.</summary>
    public string Whose =>
        Happened.Actor is { } actor && Happened.Actor == Happened.Subject ? "their own"
        : Subject is var name && Happened.Subject is null && AuditGroups.Of(Happened) is null ? "a"
        : $"{name}’s";

    public string What => Happened.Access is { } access ? Names.Of(access) : "a role";

    /// <summary>"Alice with Exchange Administrator"; the role alone where nobody is concerned.</summary>
    public string Found =>
        Happened.Subject is null && AuditGroups.Of(Happened) is null && !AuditFacts.IsOfOutside(Happened)
            ? What
            : $"{Subject} with {What}";

    /// <summary>"the alert “Too many owners of a resource”".</summary>
    public string Alert => AuditFacts.Alert(Happened);

    /// <summary>" for Exchange Administrator"; nothing where no role is concerned.</summary>
    public CardText For => Happened.Access is null ? CardText.Literal("") : CardText.Of($" for {What}");

    /// <summary>" at Production", where a place and no role is concerned; else nothing.</summary>
    public CardText At => Happened.Scope is { } place ? CardText.Of($" at {Names.Of(place)}") : CardText.Literal("");
}
