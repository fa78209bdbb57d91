namespace PimBot.Api.Alerts;

/// <summary>A change of when an alert warns; what is left out stays.</summary>
internal sealed record AlertConfigurationPatch
{
    public bool? IsEnabled { get; init; }

    /// <summary>Whole days.</summary>
    public TimeSpan? Duration { get; init; }

    public int? GlobalAdminCountThreshold { get; init; }

    public int? PercentageOfGlobalAdminsOutOfRolesThreshold { get; init; }

    public int? SequentialActivationCounterThreshold { get; init; }

    /// <summary>Whole hours.</summary>
    public TimeSpan? TimeIntervalBetweenActivations { get; init; }

    public int? ThresholdNumberOfOwners { get; init; }

    public int? ThresholdNumberOfPermanentOwners { get; init; }
}
