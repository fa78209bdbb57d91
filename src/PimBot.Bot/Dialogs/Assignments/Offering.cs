using PimBot.Application.Access;
using PimBot.Bot.Commands;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>Roles, places and people as answers to click or to pick from, few or many.</summary>
internal static class Offering
{
    /// <summary>So many fit on buttons; more are picked from a list.</summary>
    public const int MostButtons = 6;

    /// <summary>A list with more is cut; what is not on it is named by typing. Keeps a card far below its largest size.</summary>
    public const int MostChoices = 100;

    private const int LongestTitle = 80;

    /// <summary>So many are looked through in a drop-down list; of more one searches.</summary>
    private const int MostListed = 20;

    public static AssignmentQuestion Of(string question, IEnumerable<(string Title, string Value)> answers)
    {
        var all = answers.Select(a => (Title: SafeText.Clean(a.Title, LongestTitle), a.Value)).ToList();
        return all.Count <= MostButtons
            ? new AssignmentQuestion(question) { Offers = all }
            : new AssignmentQuestion(question)
            {
                Choices = [.. all.Take(MostChoices).Select(a => new InputChoice(a.Title, a.Value))],
            };
    }

    /// <summary>Some clients show the value of what is chosen already, which is an id, where one searches: a list then.</summary>
    public static ChoiceInputStyle StyleOf(IReadOnlyList<InputChoice> choices, string? value) =>
        choices.Count > MostListed && value is null ? ChoiceInputStyle.Filtered : ChoiceInputStyle.Compact;

    /// <summary>The same as a list to pick from.</summary>
    public static IReadOnlyList<InputChoice> Choices(IEnumerable<(string Title, string Value)> answers) =>
        [.. answers.Take(MostChoices).Select(a => new InputChoice(SafeText.Clean(a.Title, LongestTitle), a.Value))];

    public static IEnumerable<(string Title, string Value)> Roles(IEnumerable<Role> roles) =>
        roles.Select(r => (r.Name, r.Id.Value));

    public static IEnumerable<(string Title, string Value)> Places(IEnumerable<Scope> scopes) =>
        scopes.Select(s => (Title(s), s.Id.Value));

    public static IEnumerable<(string Title, string Value)> Assignees(IEnumerable<Assignee> assignees) =>
        assignees.Select(a =>
            (
                a.Group is not null ? $"{a.Name} (group)"
                : a.Address is { } address ? $"{a.Name} ({address})"
                : a.Name,
                a.Principal.Person?.Value ?? a.Principal.Group!.Value.Value
            )
        );

    public static IReadOnlyList<NamedRole> Names(IEnumerable<Role> roles) =>
        [.. roles.Select(r => new NamedRole(r.Id.Value, r.Name, r.Aliases))];

    /// <summary>Scopes are named like roles are: by whole name, its beginning, with typos.</summary>
    public static IReadOnlyList<NamedRole> Names(IEnumerable<Scope> scopes) =>
        [.. scopes.Select(s => new NamedRole(s.Id.Value, s.Name, [$"{KindOf(s)} {s.Name}", s.Id.Value]))];

    public static string Title(Scope scope) =>
        SafeText.Clean(
            scope.Kind is ScopeKind.Directory ? scope.Name : $"{scope.Name} ({KindOf(scope)})",
            LongestTitle
        );

    private static string KindOf(Scope scope) =>
        scope.Kind switch
        {
            ScopeKind.Directory => "directory",
            ScopeKind.ManagementGroup => "management group",
            ScopeKind.Subscription => "subscription",
            ScopeKind.ResourceGroup => "resource group",
            ScopeKind.Resource => "resource",
            _ => "group",
        };
}
