namespace PimBot.Domain.Alerts;

/// <summary>What can be done about an alert's incidents.</summary>
public enum AlertFix
{
    /// <summary>Nothing by itself: somebody must look into it.</summary>
    None = 0,

    /// <summary>The assignment is removed.</summary>
    RemoveAssignment = 1,

    /// <summary>The role's settings require multi-factor authentication on activation.</summary>
    RequireMfa = 2,

    /// <summary>What somebody else gave at the target is removed there, or becomes an assignment.</summary>
    RemoveOrAdopt = 3,
}
