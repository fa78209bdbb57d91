namespace PimBot.Bot.Wizard;

/// <summary>What the wizard does with one assignment. The names stand in cards' data for good.</summary>
internal enum WizardStep
{
    Keep = 0,
    MakeEligible = 1,
    Remove = 2,
}
