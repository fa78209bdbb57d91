using PimBot.Domain.Access;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>A standing assignment, as the rules see it.</summary>
internal sealed class Standing
{
    public Guid Id { get; set; }

    public required Principal To { get; init; }

    public required RoleScope Access { get; init; }

    public AssignmentType Type { get; set; }

    public DateTimeOffset? Start { get; set; }

    /// <summary>Null: permanent.</summary>
    public DateTimeOffset? End { get; set; }

    /// <summary>Null: it was there before PimBot.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>Since when it outlasts its end, for nobody else was left.</summary>
    public DateTimeOffset? KeptSince { get; set; }

    /// <summary>Whether a pass saw it end.</summary>
    public bool IsEnded { get; set; }

    public bool IsOverAt(DateTimeOffset now) => End <= now;

    public bool HoldsAt(DateTimeOffset now) => (Start is null || Start <= now) && !IsOverAt(now);

    public Standing Copy() => (Standing)MemberwiseClone();

    public override string ToString() => $"{Type} {Access.Role}@{Access.Scope} of {To} [{Start:s}–{End:s}]";
}
