using PimBot.Domain.Access;

namespace PimBot.Application.Access.AsCode;

/// <summary>What a plan says of assignments.</summary>
internal static class DirectoryAssignmentEntries
{
    public static IEnumerable<DirectoryPlanEntry> Of(DirectoryEdit<Assignment> edit, DirectoryNames names)
    {
        var about = (edit.After ?? edit.Before)!;
        var what = $"{Word(about)} {Access(about.Access, names)}";
        var (action, one, several) = edit switch
        {
            { IsDrift: true } => (DirectoryPlanEntry.Keep, $" keeps {what}", $" keep {what}"),
            { Before: null } => (
                DirectoryPlanEntry.Add,
                $" gains {what}, {Period(about)}",
                $" gain {what}, {Period(about)}"
            ),
            { After: null } => (DirectoryPlanEntry.Remove, $" loses {what}", $" lose {what}"),
            { Before: { } old } when old.Type != about.Type => Converted(old, about, names),
            _ => (
                DirectoryPlanEntry.Change,
                $", {what}: {string.Join("; ", edit.Details)}",
                $", {what}: {string.Join("; ", edit.Details)}"
            ),
        };
        yield return new DirectoryPlanEntry("assignments", action, names.Of(about.Principal))
        {
            Ids = Ids(about),
            Details = edit.Details,
            One = one,
            Several = several,
            Noun = about.Group is null ? "people" : "groups",
        };
    }

    private static (string Action, string One, string Several) Converted(
        Assignment before,
        Assignment after,
        DirectoryNames names
    )
    {
        var words = $"{Word(after)} instead of {Word(before)} {Access(after.Access, names)}, {Period(after)}";
        return (DirectoryPlanEntry.Change, $" becomes {words}", $" become {words}");
    }

    private static IReadOnlyList<(string, string)> Ids(Assignment about) =>
        [
            about.Person is { } person ? ("person", person.Value) : ("group", about.Group!.Value.Value),
            ("role", about.Access.Role.Value),
            ("scope", about.Access.Scope.Value),
            ("type", Word(about)),
        ];

    // The whole directory goes without saying.
    private static string Access(RoleScope access, DirectoryNames names) =>
        access.Scope == ScopeId.Directory ? names.Of(access.Role) : names.Of(access);

    private static string Period(Assignment assignment) =>
        DirectoryPeriodWords.Period(assignment, DateTimeOffset.MinValue);

    private static string Word(Assignment assignment) =>
        DirectoryNodes.Word(DirectoryVocabulary.AssignmentTypes, assignment.Type).Text;
}
