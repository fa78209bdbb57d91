namespace PimBot.Bot.Commands;

/// <summary>Which written forms count as a duration at a place.</summary>
internal enum DurationForms
{
    /// <summary>With units only: <c>1:30</c> would be a time of day there.</summary>
    WithUnits,

    /// <summary>Also <c>1:30</c>.</summary>
    All,
}
