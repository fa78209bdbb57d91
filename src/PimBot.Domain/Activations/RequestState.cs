namespace PimBot.Domain.Activations;

/// <summary>PIM's request states, by Graph's names; <see cref="TimedOut"/> and <see cref="AwaitingVerification"/> are ours.</summary>
public enum RequestState
{
    PendingApproval = 1,
    PendingScheduleCreation = 2,

    /// <summary>Allowed; the target is being asked.</summary>
    PendingProvisioning = 3,
    PendingAdminDecision = 4,
    ScheduleCreated = 5,

    /// <summary>Allowed; waits for its start, when everything is checked again.</summary>
    Granted = 6,

    /// <summary>Access was given by the target.</summary>
    Provisioned = 7,
    Denied = 8,
    Canceled = 9,
    Failed = 10,

    /// <summary>Access was given and is over.</summary>
    Revoked = 11,
    TimedOut = 12,

    /// <summary>Waits for a proof of multi-factor authentication.</summary>
    AwaitingVerification = 13,
}
