using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Model;

/// <summary>What the rules answer to a command: nothing against it, or all that is.</summary>
internal sealed class Expected(params IEnumerable<ReasonCode> refusedFor)
{
    public static readonly Expected Allowed = new();

    private readonly HashSet<ReasonCode> refusedFor = [.. refusedFor];

    public bool IsAllowed => refusedFor.Count == 0;

    public bool Is(Refusal? refusal) =>
        refusedFor.SetEquals(
            refusal is null ? []
            : refusal.Violations.Count == 0 ? [refusal.Code]
            : refusal.Violations.Select(v => v.Code)
        );

    public override string ToString() => IsAllowed ? "allowed" : $"refused for {string.Join(", ", refusedFor)}";

    public static implicit operator Expected(ReasonCode code) => new(code);
}
