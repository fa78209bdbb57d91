using System.Text.Json;
using System.Text.RegularExpressions;
using PimBot.Channel.Cards;
using PimBot.Channel.Json;
using PimBot.Channel.Schema;

namespace PimBot.Channel.Turns;

/// <summary>What a person typed, without what the client put around it.</summary>
internal static partial class TurnText
{
    /// <summary>Longest text given to the bot, in UTF-16 units.</summary>
    public const int Longest = 4000;

    public static string Of(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Text))
        {
            return "";
        }

        var text = WithoutMentionOfBot(activity.Text, activity)
            .Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase)
            .Replace('\u00a0', ' ');
        return SafeText.Cut(SafeText.Strip(text).Trim(), Longest).TrimEnd();
    }

    /// <summary>By an entity that names the bot's id; a name in the text alone is anybody's.</summary>
    public static bool MentionsBot(Activity activity) =>
        activity.Entities?.Any(entity => IsMentionOfBot(entity, activity)) is true;

    private static string WithoutMentionOfBot(string text, Activity activity)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        AddName(names, activity.Recipient?.Name);
        foreach (var mention in activity.Entities?.Where(e => IsMentionOfBot(e, activity)) ?? [])
        {
            AddName(names, mention.Object("mentioned")?.Text("name"));
            if (mention.Text("text") is { Length: > 0 } written)
            {
                text = text.Replace(written, "", StringComparison.Ordinal);
            }
        }

        return names.Count == 0
            ? text
            : AtElement().Replace(text, m => names.Contains(m.Groups["name"].Value.Trim()) ? "" : m.Value);
    }

    private static bool IsMentionOfBot(JsonElement entity, Activity activity) =>
        entity.Text("type") == "mention"
        && activity.Recipient?.Id is { Length: > 0 } bot
        && entity.Object("mentioned")?.Text("id") == bot;

    private static void AddName(HashSet<string> names, string? name)
    {
        if (!string.IsNullOrWhiteSpace(name))
        {
            names.Add(name.Trim());
        }
    }

    [GeneratedRegex(
        "<at(\\s[^<>]*)?>(?<name>[^<>]*)</at>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex AtElement();
}
