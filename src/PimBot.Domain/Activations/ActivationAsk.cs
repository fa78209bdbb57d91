namespace PimBot.Domain.Activations;

/// <summary>What a person asks for when activating, or extending, a role.</summary>
public sealed record ActivationAsk
{
    public const int LongestJustification = 1000;
    public const int LongestTicket = 64;

    public required TimeSpan Duration { get; init; }

    /// <summary>Null: as soon as it is allowed.</summary>
    public DateTimeOffset? Start { get; init; }

    public string? Justification { get; init; }

    public Ticket? Ticket { get; init; }
}
