using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>Somebody wants an alert dismissed, restored, or its thresholds set. It names things, and carries no authority.</summary>
public sealed record ChangeAlertCommand
{
    public required PersonId Actor { get; init; }

    public required AlertKey Alert { get; init; }

    public required AlertChange Change { get; init; }

    /// <summary>For <see cref="AlertChange.Configure"/>.</summary>
    public AlertThresholds? Thresholds { get; init; }

    /// <summary>For <see cref="AlertChange.Configure"/>: whether it is looked for at all.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>The actor's own words, inert, at most 1000 characters; null: not said.</summary>
    public string? Reason { get; init; }

    /// <summary>The version that the change was made from; null: whatever is there.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>Whether it comes from whoever operates the machine, who manages everything; only a directory file is applied so.</summary>
    internal bool IsByOperator { get; init; }
}
