using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Access.AsCode;

/// <summary>What a plan says of access reviews and alerts.</summary>
internal static class DirectoryOversightEntries
{
    public static DirectoryPlanEntry Of(DirectoryEdit<DirectoryReview> edit, DirectoryNames names)
    {
        var about = (edit.After ?? edit.Before)!;
        var words = new DirectoryReviewDifferences(names);
        var (action, said) = edit switch
        {
            { IsDrift: true } => (DirectoryPlanEntry.Keep, ""),
            { Before: null } => (DirectoryPlanEntry.Add, $": {words.Words(about)}"),
            { After: null } => (DirectoryPlanEntry.Remove, ": no further occurrence begins"),
            _ => (DirectoryPlanEntry.Change, $": {string.Join("; ", edit.Details)}"),
        };
        var subject = $"“{about.Name}” of {names.Of(about.Access)}";
        return new DirectoryPlanEntry("reviews", action, subject)
        {
            Ids = [("role", about.Access.Role.Value), ("scope", about.Access.Scope.Value), ("name", about.Name)],
            Details = edit.Details,
            One = said,
            Several = said,
            Noun = "access reviews",
            Lines = edit.Details.Count == 0 ? [subject + said] : [.. edit.Details.Select(d => $"{subject}: {d}")],
        };
    }

    public static DirectoryPlanEntry Of(DirectoryEdit<DirectoryAlert> edit, DirectoryNames names)
    {
        var key = (edit.After ?? edit.Before)!.Key;
        var definition = AlertDefinitions.Of(key.Kind);
        var subject = definition.IsOfAzure ? $"{definition.Id} at {names.Of(key.Scope)}" : definition.Id;
        var remark = edit.After is null ? "the default holds again: " : "";
        var said = $": {remark}{string.Join("; ", edit.Details)}";
        return new DirectoryPlanEntry("alerts", DirectoryPlanEntry.Change, subject)
        {
            Ids = [("alert", definition.Id), ("scope", key.Scope.Value)],
            Details = edit.Details,
            One = said,
            Several = said,
            Noun = "alerts",
            Lines = [.. edit.Details.Select(d => $"{subject}: {remark}{d}")],
        };
    }
}
