using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Storage.Alerts;

internal sealed class AlertRow
{
    public required AlertKind Kind { get; init; }

    public required ScopeId Scope { get; init; }

    public bool Enabled { get; init; }

    public bool HasThresholds { get; init; }

    public int? Days { get; init; }

    public int? Count { get; init; }

    public int? Percentage { get; init; }

    public int? Hours { get; init; }

    public DateTimeOffset? DismissedAt { get; init; }

    public PersonId? DismissedBy { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    public long Version { get; init; }

    public static AlertRow Of(Alert alert) =>
        new()
        {
            Kind = alert.Key.Kind,
            Scope = alert.Key.Scope,
            Enabled = alert.IsEnabled,
            HasThresholds = alert.Set is not null,
            Days = alert.Set?.Days,
            Count = alert.Set?.Count,
            Percentage = alert.Set?.Percentage,
            Hours = alert.Set?.Hours,
            DismissedAt = alert.DismissedAt,
            DismissedBy = alert.DismissedBy,
            ChangedAt = alert.ChangedAt,
            Version = alert.Version,
        };

    public Alert ToAlert() =>
        new()
        {
            Key = new AlertKey(Kind, Scope),
            IsEnabled = Enabled,
            Set = HasThresholds
                ? new AlertThresholds
                {
                    Days = Days,
                    Count = Count,
                    Percentage = Percentage,
                    Hours = Hours,
                }
                : null,
            DismissedAt = DismissedAt,
            DismissedBy = DismissedBy,
            ChangedAt = ChangedAt,
            Version = Version,
        };
}
