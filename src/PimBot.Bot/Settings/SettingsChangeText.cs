using System.Text.RegularExpressions;

namespace PimBot.Bot.Settings;

/// <summary>
/// Reads changes that somebody typed after a role's name, such as "maximum 1h", "require approval by Bob and Carol, no
/// ticket", into the form of its activation settings.
/// </summary>
internal static partial class SettingsChangeText
{
    public const string Examples =
        "Say for example “maximum 1h”, “require approval by Bob”, “no approval”, “require ticket”, “no reason” or “window 12h”.";

    /// <summary>The form with the changes; what can't be read is a problem, and nothing of it is guessed.</summary>
    public static (SettingsForm Form, IReadOnlyList<string> Problems) Apply(SettingsForm form, string text)
    {
        var problems = new List<string>();
        var inApprovers = false;
        foreach (var clause in Clauses(text))
        {
            if (Read(form, clause) is { } changed)
            {
                inApprovers = Approval().Match(clause) is { Success: true } match && match.Groups["by"].Success;
                form = changed;
            }
            else if (inApprovers)
            {
                form = form.With(SettingsFields.Approvers, $"{form[SettingsFields.Approvers]}; {clause}");
            }
            else
            {
                problems.Add($"I could not read “{clause}”. {Examples}");
            }
        }

        return (form, problems);
    }

    private static IEnumerable<string> Clauses(string text) =>
        Between().Split(text).Select(clause => clause.Trim()).Where(clause => clause.Length > 0);

    private static SettingsForm? Read(SettingsForm form, string clause) =>
        Maximum().Match(clause) is { Success: true } maximum
            ? form.With(SettingsFields.Maximum, maximum.Groups["value"].Value)
        : Window().Match(clause) is { Success: true } window
            ? form.With(SettingsFields.Window, window.Groups["value"].Value)
        : Approval().Match(clause) is { Success: true } approval ? WithApproval(form, approval)
        : Context().Match(clause) is { Success: true } context
            ? form.With(SettingsFields.Verify, SettingsFields.VerifyContext)
                .With(SettingsFields.Context, context.Groups["id"].Value)
        : Requirement().Match(clause) is { Success: true } requirement ? WithRequirement(form, requirement)
        : null;

    private static SettingsForm WithApproval(SettingsForm form, Match match)
    {
        if (match.Groups["no"].Success)
        {
            return form.With(SettingsFields.Approval, SettingsForm.Off);
        }

        var needed = form.With(SettingsFields.Approval, SettingsForm.On);
        return match.Groups["by"].Success ? needed.With(SettingsFields.Approvers, match.Groups["by"].Value) : needed;
    }

    private static SettingsForm WithRequirement(SettingsForm form, Match match)
    {
        var isOn = !match.Groups["no"].Success;
        if (match.Groups["mfa"].Success)
        {
            return form.With(SettingsFields.Verify, isOn ? SettingsFields.VerifyMfa : SettingsFields.VerifyNothing);
        }

        var field = match.Groups["ticket"].Success ? SettingsFields.Ticket : SettingsFields.Justification;
        return form.With(field, isOn ? SettingsForm.On : SettingsForm.Off);
    }

    [GeneratedRegex(@"[,;]|\band\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(
        @"^(maximum|max|longest)( activation| duration)?( of| to| is|:)? +(?<value>\S.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Maximum();

    [GeneratedRegex(
        @"^(approval )?window( of| to| is|:)? +(?<value>\S.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Window();

    [GeneratedRegex(
        @"^((?<no>no|without)|requires?)? *approvals?( +(by|of|from) +(?<by>\S.*))?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Approval();

    [GeneratedRegex(
        @"^(requires? )? *(authentication )?context +(?<id>\S+)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Context();

    [GeneratedRegex(
        @"^((?<no>no|without)|requires?)? *(an? )?((?<mfa>mfa|multi-?factor( authentication)?)|(?<ticket>tickets?)|(?<why>justifications?|reasons?))$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Requirement();
}
