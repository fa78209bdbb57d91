using PimBot.Application.Access.AsCode;

namespace PimBot.Access.Commands;

/// <summary><c>policy plan</c>: says in what the store and a file differ.</summary>
internal static class PlanPolicy
{
    private const string NewStore = "There is no database yet: it is created, and all that the file says is loaded.";

    public static async Task<int> RunAsync(
        PolicyArguments arguments,
        WebApplicationBuilder settings,
        PolicyConsole console,
        CancellationToken cancellation
    )
    {
        await using var store = await PolicyStore.OpenAsync(settings, cancellation);
        var wanted = await DirectoryFile.ReadAsync(arguments.File, store.Now, cancellation, setting: null);
        var present = await store.ReadAsync(cancellation);
        var plan = DirectoryPlanner.Plan(present, wanted, arguments.Prune, present.ReadAt);
        if (arguments.Json)
        {
            await console.Out.WriteAsync(DirectoryPlanJson.Write(plan));
        }
        else
        {
            await SayAsync(store, plan, console);
        }

        return plan.HasChanges || plan.HasDrift ? PolicyCommands.Differs : PolicyCommands.Done;
    }

    /// <summary>Shows a plan to whoever runs the command.</summary>
    public static async Task SayAsync(PolicyStore store, DirectoryPlan plan, PolicyConsole console)
    {
        if (store.IsNew)
        {
            await console.Out.WriteLineAsync(NewStore);
        }

        foreach (var line in DirectoryPlanText.Lines(plan))
        {
            await console.Out.WriteLineAsync(line);
        }
    }
}
