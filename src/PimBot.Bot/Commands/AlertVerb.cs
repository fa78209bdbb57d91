namespace PimBot.Bot.Commands;

/// <summary>What is wanted of an alert.</summary>
internal enum AlertVerb
{
    Show = 1,
    Dismiss = 2,
    Restore = 3,
    Fix = 4,

    /// <summary>To see, or to set, when it warns.</summary>
    Configure = 5,
}
