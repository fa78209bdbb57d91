using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access.AsCode;

/// <summary>Everything that a plan says, one difference after the other.</summary>
internal static class DirectoryPlanEntries
{
    public static IReadOnlyList<DirectoryPlanEntry> Of(DirectoryPlan plan) =>
        [
            .. plan.Scopes.SelectMany(e => Entry("scopes", "scopes", e, s => plan.Names.Of(s.Id), s => s.Id.Value)),
            .. plan.Roles.SelectMany(e => Entry("roles", "roles", e, r => plan.Names.Of(r.Id), r => r.Id.Value)),
            .. plan.People.SelectMany(e => Entry("people", "people", e, p => plan.Names.Of(p.Id), p => p.Id.Value)),
            .. plan.Groups.SelectMany(e => Entry("groups", "groups", e, g => plan.Names.Of(g.Id), g => g.Id.Value)),
            .. plan.Policies.Select(e => Policy(e, plan.Names)),
            .. plan.Assignments.SelectMany(e => DirectoryAssignmentEntries.Of(e, plan.Names)),
            .. plan.Reviews.Select(e => DirectoryOversightEntries.Of(e, plan.Names)),
            .. plan.Alerts.Select(e => DirectoryOversightEntries.Of(e, plan.Names)),
        ];

    private static IEnumerable<DirectoryPlanEntry> Entry<T>(
        string topic,
        string noun,
        DirectoryEdit<T> edit,
        Func<T, string> name,
        Func<T, string> id
    )
        where T : class
    {
        var entry = (edit.After ?? edit.Before)!;
        var (action, one, several) = edit switch
        {
            { IsDrift: true } => (DirectoryPlanEntry.Keep, "", ""),
            { Before: null } => (DirectoryPlanEntry.Add, " is added", " are added"),
            _ => (
                DirectoryPlanEntry.Change,
                $": {string.Join("; ", edit.Details)}",
                $": {string.Join("; ", edit.Details)}"
            ),
        };
        yield return new DirectoryPlanEntry(topic, action, name(entry))
        {
            Ids = [("id", id(entry))],
            Details = edit.Details,
            One = one,
            Several = several,
            Noun = noun,
        };
    }

    private static DirectoryPlanEntry Policy(DirectoryEdit<RolePolicy> edit, DirectoryNames names)
    {
        var access = (edit.After ?? edit.Before)!.Access;
        var remark = edit.After is null ? "the published default holds again: " : "";
        var words = $": {remark}{string.Join("; ", edit.Details)}";
        var subject = names.Of(access);
        var action = edit switch
        {
            { Before: null } => DirectoryPlanEntry.Add,
            { After: null } => DirectoryPlanEntry.Remove,
            _ => DirectoryPlanEntry.Change,
        };
        return new DirectoryPlanEntry("policies", action, subject)
        {
            Ids = [("role", access.Role.Value), ("scope", access.Scope.Value)],
            Details = edit.Details,
            One = words,
            Several = words,
            Noun = "roles",
            Lines = [.. edit.Details.Select(detail => $"{subject}: {remark}{detail}")],
        };
    }
}
