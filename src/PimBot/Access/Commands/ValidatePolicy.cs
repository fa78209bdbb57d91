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
        string.Join(
            ", ",
            Number(contents.People.Count, "person", "people"),
            Number(contents.Groups.Count, "group", "groups"),
            Number(contents.Scopes.Count, "scope", "scopes"),
            Number(contents.Roles.Count, "role", "roles"),
            Number(contents.Policies.Count, "policy", "policies"),
            Number(contents.Assignments.Count, "assignment", "assignments")
        )
        + Further(contents.Reviews.Count(r => !r.IsOver), "access review", "access reviews")
        + Further(contents.Alerts.Count, "alert set", "alerts set");

    private static string Further(int count, string one, string several) =>
        count == 0 ? "" : $", {Number(count, one, several)}";

    private static string Number(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";
}
