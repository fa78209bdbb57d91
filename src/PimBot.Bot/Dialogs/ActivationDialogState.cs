using System.Text.Json.Serialization;
using PimBot.Domain.Access;

namespace PimBot.Bot.Dialogs;

/// <summary>What a dialog about an activation knows so far. Kept as JSON between turns, over restarts and days.</summary>
internal sealed record ActivationDialogState
{
    /// <summary>Version of this form; a state of another form is dropped, and the person is asked anew.</summary>
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Tells this dialog's cards from those of earlier ones.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the step that waits for an answer.</summary>
    public string? Step { get; init; }

    /// <summary>The question as it was asked.</summary>
    public string? Question { get; init; }

    /// <summary>Whether a running activation is extended, rather than a role activated.</summary>
    public bool IsExtension { get; init; }

    public string? Role { get; init; }

    public string? Scope { get; init; }

    public Guid? Extends { get; init; }

    public int? Minutes { get; init; }

    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? Start { get; init; }

    /// <summary>A start was named that could not be understood: it must be said again, and never becomes "now" by silence.</summary>
    public bool StartUnclear { get; init; }

    public string? Justification { get; init; }

    public string? TicketNumber { get; init; }

    public string? TicketSystem { get; init; }

    [JsonIgnore]
    public RoleScope? Access =>
        (Role, Scope) is ({ } role, { } scope) ? new RoleScope(new RoleId(role), new ScopeId(scope)) : null;

    /// <summary>How long, as far as that is known; rounded down, so that access never outlasts what was asked.</summary>
    public TimeSpan? LengthFrom(DateTimeOffset now) =>
        Minutes is { } minutes ? TimeSpan.FromMinutes(minutes)
        : Until is { } until ? TimeSpan.FromMinutes(Math.Floor((until - (Start ?? now)).TotalMinutes))
        : null;

    public ActivationDialogState About(RoleScope access) =>
        this with
        {
            Role = access.Role.Value,
            Scope = access.Scope.Value,
        };
}
