namespace PimBot.Domain.Activations;

/// <summary>An incident or change ticket as the person gave it.</summary>
/// <param name="Number">At most 64 characters.</param>
/// <param name="System">Name of the ticket system, where it was given; at most 64 characters.</param>
public sealed record Ticket(string Number, string? System = null)
{
    public override string ToString() => System is null ? Number : $"{System} {Number}";
}
