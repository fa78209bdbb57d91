using PimBot.Api.Answers;
using PimBot.Domain.Alerts;

namespace PimBot.Api.Alerts;

/// <summary>Which member of Graph's configurations says which threshold.</summary>
internal static class AlertThresholdMembers
{
    public static AlertConfigurationPatch Of(AlertKind kind, AlertThresholds values) =>
        kind switch
        {
            AlertKind.RedundantAssignment or AlertKind.StaleSignIn => new()
            {
                Duration = TimeSpan.FromDays(values.Days!.Value),
            },
            AlertKind.TooManyGlobalAdminsAssignedToTenant => new()
            {
                GlobalAdminCountThreshold = values.Count,
                PercentageOfGlobalAdminsOutOfRolesThreshold = values.Percentage,
            },
            AlertKind.SequentialActivationRenewals => new()
            {
                SequentialActivationCounterThreshold = values.Count,
                TimeIntervalBetweenActivations = TimeSpan.FromHours(values.Hours!.Value),
            },
            AlertKind.TooManyOwnersAssignedToResource => new() { ThresholdNumberOfOwners = values.Count },
            AlertKind.TooManyPermanentOwnersAssignedToResource => new()
            {
                ThresholdNumberOfPermanentOwners = values.Count,
            },
            _ => new(),
        };

    /// <summary>The thresholds as they are with the change.</summary>
    /// <exception cref="ApiProblemException">A member belongs to another alert, or is no whole number of its unit.</exception>
    public static AlertThresholds Apply(AlertKind kind, AlertThresholds before, AlertConfigurationPatch patch)
    {
        var known = Of(kind, before);
        var after = before;
        void Set(AlertThresholdName name, string member, int? value, bool isKnown)
        {
            if (value is not null)
            {
                after = isKnown ? after.With(name, value) : throw Foreign(member);
            }
        }

        Set(
            AlertThresholdName.Days,
            "duration",
            Whole(patch.Duration, TimeSpan.FromDays(1), "duration"),
            known.Duration is not null
        );
        Set(
            AlertThresholdName.Hours,
            "timeIntervalBetweenActivations",
            Whole(patch.TimeIntervalBetweenActivations, TimeSpan.FromHours(1), "timeIntervalBetweenActivations"),
            known.TimeIntervalBetweenActivations is not null
        );
        Set(
            AlertThresholdName.Percentage,
            "percentageOfGlobalAdminsOutOfRolesThreshold",
            patch.PercentageOfGlobalAdminsOutOfRolesThreshold,
            known.PercentageOfGlobalAdminsOutOfRolesThreshold is not null
        );
        foreach (var (member, value, isKnown) in Counts(patch, known))
        {
            Set(AlertThresholdName.Count, member, value, isKnown);
        }

        return after;
    }

    private static IEnumerable<(string Member, int? Value, bool IsKnown)> Counts(
        AlertConfigurationPatch patch,
        AlertConfigurationPatch known
    ) =>
        [
            ("globalAdminCountThreshold", patch.GlobalAdminCountThreshold, known.GlobalAdminCountThreshold is not null),
            (
                "sequentialActivationCounterThreshold",
                patch.SequentialActivationCounterThreshold,
                known.SequentialActivationCounterThreshold is not null
            ),
            ("thresholdNumberOfOwners", patch.ThresholdNumberOfOwners, known.ThresholdNumberOfOwners is not null),
            (
                "thresholdNumberOfPermanentOwners",
                patch.ThresholdNumberOfPermanentOwners,
                known.ThresholdNumberOfPermanentOwners is not null
            ),
        ];

    private static int? Whole(TimeSpan? value, TimeSpan unit, string member) =>
        value is not { } given ? null
        : given < TimeSpan.Zero || given.Ticks % unit.Ticks != 0 || given / unit > int.MaxValue
            ? throw ApiProblemException.Bad("This duration is no whole number of days, or hours.", $"$.{member}")
        : (int)(given.Ticks / unit.Ticks);

    private static ApiProblemException Foreign(string member) =>
        ApiProblemException.Bad("This alert has no such threshold.", $"$.{member}");
}
