using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Tests.Cards;

/// <summary>Who and what stands on a sample card: everything on it that comes from outside PimBot.</summary>
internal sealed record Cast
{
    public required Person Alice { get; init; }

    public required Person Bob { get; init; }

    public required Person Carol { get; init; }

    public required Person Frank { get; init; }

    public required Role Role { get; init; }

    public required Scope Scope { get; init; }

    public required string Why { get; init; }

    public required Ticket Ticket { get; init; }

    /// <summary>The approver's words.</summary>
    public required string Reason { get; init; }

    /// <summary>What somebody typed into a field that is shown again.</summary>
    public required string Typed { get; init; }

    public RoleScope Access => new(Role.Id, Scope.Id);

    public static Cast Ordinary { get; } =
        new()
        {
            Alice = Someone("alice", "Alice Andersen", "alice@contoso.example"),
            Bob = Someone("bob", "Bob Berg", "bob@contoso.example"),
            Carol = Someone("carol", "Carol Castillo", "carol@contoso.example"),
            Frank = Someone("frank", "Frank Fischer", "frank@contoso.example"),
            Role = RoleCalled("Global Administrator"),
            Scope = ScopeCalled("Contoso"),
            Why = "Mail flow is down for the whole company; I need to look at the transport rules.",
            Ticket = new Ticket("INC-1234"),
            Reason = "Confirmed with the incident lead.",
            Typed = "tomorrow 9:00",
        };

    /// <summary>Everything as long as it may be, and as nasty as people and directories can make it.</summary>
    public static Cast Hostile { get; } =
        new()
        {
            Alice = Someone("alice", Nasty.Of(256), Nasty.Of(256)),
            Bob = Someone("bob", Nasty.Of(256), Nasty.Of(256)),
            Carol = Someone("carol", Nasty.Of(256), Nasty.Of(256)),
            Frank = Someone("frank", Nasty.Of(256), Nasty.Of(256)),
            Role = RoleCalled(Nasty.Of(256)),
            Scope = ScopeCalled(Nasty.Of(256)),
            Why = Nasty.Of(ActivationAsk.LongestJustification),
            Ticket = new Ticket(Nasty.Of(ActivationAsk.LongestTicket), Nasty.Of(ActivationAsk.LongestTicket)),
            Reason = Nasty.Of(1000),
            Typed = Nasty.Of(1000),
        };

    public Role RoleNamed(string name) => this == Hostile ? Role : RoleCalled(name);

    public Scope ScopeNamed(string name) => this == Hostile ? Scope : ScopeCalled(name);

    private static Person Someone(string id, string name, string upn) =>
        new()
        {
            Id = new PersonId(id),
            Name = name,
            Upn = upn,
            Kind = PersonKind.Member,
        };

    private static Role RoleCalled(string name) =>
        new()
        {
            Id = new RoleId("62e90394-69f5-4237-9190-012177145e10"),
            Name = name,
            Kind = RoleKind.DirectoryRole,
            Privileged = true,
        };

    private static Scope ScopeCalled(string name) =>
        new()
        {
            Id = new ScopeId("/"),
            Name = name,
            Kind = ScopeKind.Directory,
        };
}
