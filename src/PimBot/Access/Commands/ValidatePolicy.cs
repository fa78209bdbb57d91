using PimBot.Application.Access;

namespace PimBot.Access.Commands;

/// <summary><c>policy validate</c>: reads and checks a file, and needs no database.</summary>
internal static class ValidatePolicy
{
    public static async Task<int> RunAsync(
        PolicyArguments arguments,
        PolicyConsole console,
        CancellationToken cancellation
    )
    {
        var contents = await DirectoryFile.ReadAsync(
            arguments.File,
            TimeProvider.System.GetUtcNow(),
            cancellation,
            setting: null
        );
        await console.Out.WriteLineAsync($"{arguments.File} is valid: {Size(contents)}.");
        return PolicyCommands.Done;
    }

    /// <summary>How much there is of each.</summary>
    public static string Size(DirectoryContents contents) =>
        $"{contents.People.Count} people, {contents.Groups.Count} groups, {contents.Scopes.Count} scopes, "
        + $"{contents.Roles.Count} roles, {contents.Policies.Count} policies, {contents.Assignments.Count} assignments"
        + Part(contents.Reviews.Count(r => !r.IsOver), "access review", "access reviews")
        + Part(contents.Alerts.Count, "alert set", "alerts set");

    private static string Part(int count, string one, string several) =>
        count == 0 ? "" : $", {count} {(count == 1 ? one : several)}";
}
