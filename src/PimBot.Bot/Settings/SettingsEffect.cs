namespace PimBot.Bot.Settings;

/// <summary>What a change means for those whom the settings concern.</summary>
internal enum SettingsEffect
{
    /// <summary>Neither stricter nor looser.</summary>
    Neutral = 0,

    /// <summary>Activation asks for more, or gives less: requests under way feel it.</summary>
    StricterActivation = 1,

    /// <summary>Activation asks for less, or gives more: later requests only.</summary>
    LooserActivation = 2,

    /// <summary>Others decide, at once.</summary>
    OtherApprovers = 3,

    /// <summary>The limits of assignments: what exists stays.</summary>
    Assignments = 4,
}
