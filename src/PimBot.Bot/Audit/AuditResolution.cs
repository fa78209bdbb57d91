using PimBot.Application.Audit;

namespace PimBot.Bot.Audit;

/// <summary>What the words mean: a wish, a question back, or what is wrong with them. Exactly one is set.</summary>
internal sealed record AuditResolution
{
    public AuditFilter? Filter { get; init; }

    public AuditQuestion? Question { get; init; }

    /// <summary>In words for the person, perhaps with what they typed.</summary>
    public string? Fault { get; init; }
}
