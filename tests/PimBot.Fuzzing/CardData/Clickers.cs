using System.Text.RegularExpressions;
using PimBot.Fuzzing.Scenes;

namespace PimBot.Fuzzing.CardData;

/// <summary>
/// People none of whom may decide what is pending. Some may ask for something, or own something, themselves: their
/// clicks keep to verbs that decide and show.
/// </summary>
internal static partial class Clickers
{
    public const string Outsider = Company.OutsiderName;
    private const string Requester = "Dan";
    private const string Guest = "Grace";
    private const string BreakGlass = "Emergency access 1";
    private const string Disabled = "Ivan";

    public static IReadOnlyList<string> All { get; } = [Outsider, Requester, Guest, BreakGlass, Disabled, Outsider];

    /// <summary>Who has the app.</summary>
    public static string[] Installed => ["Alice", "Erin", "Frank", Outsider, Requester, Guest, BreakGlass];

    /// <summary>What somebody with rights of their own may rightly do by these verbs would be no finding.</summary>
    public static ClickInput WithoutOwnRights(ClickInput click) =>
        click.Who is Outsider or Disabled
            ? click
            : click with
            {
                Verb = click.Verb is { } verb ? Own().Replace(verb, "approval.approve") : null,
                Data = Own().Replace(Plain(click.Data), "approval.approve"),
            };

    /// <summary>Without escapes, which would hide a verb from the replacement.</summary>
    private static string Plain(string json) => json.Replace("\\u", "\\\\u", StringComparison.Ordinal);

    [GeneratedRegex(
        @"role\.choose|request\.submit|request\.cancel|grant\.end|grant\.extend|dialog\.answer|dialog\.cancel|\bsay\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Own();
}
