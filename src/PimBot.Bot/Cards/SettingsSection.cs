namespace PimBot.Bot.Cards;

/// <summary>The parts of a role's settings that are edited at a time. The names stand in cards' data for good.</summary>
internal enum SettingsSection
{
    Activation = 1,
    Assignment = 2,
    NotifyActivation = 3,
    NotifyEligible = 4,
    NotifyActive = 5,
}
