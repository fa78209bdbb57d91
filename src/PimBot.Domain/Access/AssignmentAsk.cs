namespace PimBot.Domain.Access;

/// <summary>What an assignment is to be: what an administrator orders, or a holder asks for.</summary>
public sealed record AssignmentAsk
{
    public required AssignmentType Type { get; init; }

    /// <summary>Null: at once.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The first instant at which it no longer holds; null: permanent.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>At most <see cref="Activations.ActivationAsk.LongestJustification"/> characters.</summary>
    public string? Justification { get; init; }
}
