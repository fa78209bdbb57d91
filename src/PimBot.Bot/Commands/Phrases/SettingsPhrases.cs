namespace PimBot.Bot.Commands.Phrases;

/// <summary>A role's settings. After the role's name may stand what is to be changed.</summary>
internal static class SettingsPhrases
{
    public static IEnumerable<CommandPhrase> All { get; } =
        CommandPhrase.Of(
            PhraseTail.Read,
            Read,
            "settings",
            "setting",
            "settings of",
            "settings for",
            "role settings",
            "role settings of",
            "role settings for",
            "edit settings",
            "edit settings of",
            "change settings",
            "change settings of",
            "policy",
            "policy of",
            "policy for",
            "configure"
        );

    private static SettingsCommand Read(CommandTail tail)
    {
        var change = SettingsText.ChangeStart(tail.Typed, tail.From);
        var role = SettingsText.Between(tail.Typed, tail.From, change);
        var what = SettingsText.Between(tail.Typed, change, tail.Typed.Tokens.Count);
        return new SettingsCommand(role, what);
    }
}
