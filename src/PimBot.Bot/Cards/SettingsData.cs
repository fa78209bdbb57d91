using System.Globalization;
using System.Text.Json.Nodes;
using PimBot.Application.Policies;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Cards;

/// <summary>What the cards of settings carry: role, scope, section, and the version that was looked at.</summary>
internal static class SettingsData
{
    private const string SectionKey = "section";
    private const string VersionKey = "version";

    public static JsonObject Of(PolicyView view, SettingsSection section)
    {
        var data = CardData.Of(view.Policy.Access);
        data[SectionKey] = section.ToString();
        data[VersionKey] = view.Policy.Version.ToString(CultureInfo.InvariantCulture);
        return data;
    }

    public static SettingsSection? Section(this CardAction action) =>
        Enum.TryParse<SettingsSection>(action.Text(SectionKey), out var section) && Enum.IsDefined(section)
            ? section
            : null;

    /// <summary>The version that the change was made from; null when the card does not say.</summary>
    public static int? Version(this CardAction action) =>
        int.TryParse(action.Text(VersionKey), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
