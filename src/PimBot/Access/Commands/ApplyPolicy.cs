using PimBot.Application.Access;
using PimBot.Application.Access.AsCode;
using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Access.Commands;

/// <summary><c>policy apply</c>: makes the store what a file says, all of it or nothing.</summary>
internal static class ApplyPolicy
{
    private const int MostMatches = 50;

    public static async Task<int> RunAsync(
        PolicyArguments arguments,
        WebApplicationBuilder settings,
        PolicyConsole console,
        CancellationToken cancellation
    )
    {
        await using var store = arguments.Create
            ? await PolicyStore.OpenOrNewAsync(settings, cancellation)
            : await PolicyStore.OpenAsync(settings, cancellation);
        var wanted = await DirectoryFile.ReadAsync(arguments.File, store.Now, cancellation, setting: null);
        var command = new ApplyDirectoryCommand
        {
            Wanted = wanted,
            Actor = await ActorAsync(store, arguments.As, cancellation),
            Prune = arguments.Prune,
            Origin = LoadDirectory.FileOf($"{Guid.NewGuid():D}"),
            Justification = arguments.Reason ?? $"Settings as code: {Path.GetFileName(arguments.File)}",
        };
        if (!arguments.Yes)
        {
            var present = await store.ReadAsync(cancellation);
            var plan = DirectoryPlanner.Plan(present, wanted, arguments.Prune, present.ReadAt);
            await PlanPolicy.SayAsync(store, plan, console);
            if (!plan.HasChanges)
            {
                return PolicyCommands.Done;
            }

            if (!await ConfirmAsync(console, cancellation))
            {
                await console.Error.WriteLineAsync("Nothing was changed.");
                return PolicyCommands.Failed;
            }

            command = command with { Confirmed = DirectoryPlanJson.Write(plan) };
        }

        return await ApplyAsync(store, command, console, cancellation);
    }

    private static async Task<int> ApplyAsync(
        PolicyStore store,
        ApplyDirectoryCommand command,
        PolicyConsole console,
        CancellationToken cancellation
    )
    {
        var wasNew = store.IsNew;
        await store.CreateAsync(cancellation);
        var outcome = await ApplyDirectory.RunAsync(store.Store, command, cancellation);
        if (command.Confirmed is null && outcome.Kind is not DirectoryOutcomeKind.Loaded)
        {
            await PlanPolicy.SayAsync(store, outcome.Plan, console);
        }

        foreach (var refusal in outcome.Refusals)
        {
            await console.Error.WriteLineAsync(refusal);
        }

        var (isDone, sentence) = outcome.Kind switch
        {
            DirectoryOutcomeKind.Applied => (true, "Applied."),
            DirectoryOutcomeKind.NothingToDo => (true, null),
            DirectoryOutcomeKind.Loaded => (
                true,
                $"The store was {(wasNew ? "new" : "empty")}; the whole file is loaded: {ValidatePolicy.Size(command.Wanted)}."
            ),
            DirectoryOutcomeKind.ChangedMeanwhile => (
                false,
                "The store has changed since this plan was shown. Nothing was changed: look at the new plan first."
            ),
            _ => (false, wasNew ? "The database was made; nothing of the file is in it." : "Nothing was changed."),
        };
        if (sentence is not null)
        {
            await (isDone ? console.Out : console.Error).WriteLineAsync(sentence);
        }

        return isDone ? PolicyCommands.Done : PolicyCommands.Failed;
    }

    private static async Task<bool> ConfirmAsync(PolicyConsole console, CancellationToken cancellation)
    {
        await console.Out.WriteAsync("Apply this? Type yes to go on: ");
        var answer = await console.In.ReadLineAsync(cancellation);
        return answer?.Trim().ToUpperInvariant() is "YES" or "Y";
    }

    private static async Task<PersonId?> ActorAsync(PolicyStore store, string? name, CancellationToken cancellation)
    {
        if (name is null)
        {
            return null;
        }

        if (store.IsNew)
        {
            throw new PolicyException("There is no database yet, so there is nobody to act as: leave out --as.");
        }

        var person = await store.Store.ReadAsync((work, stop) => FindAsync(work, name, stop), cancellation);
        return person?.Id
            ?? throw new PolicyException($"There is nobody in the store with the id or user principal name {name}.");
    }

    private static async Task<Person?> FindAsync(IPimUnitOfWork work, string name, CancellationToken cancellation)
    {
        var id = new PersonId(Guid.TryParseExact(name, "D", out var guid) ? guid.ToString("D") : name);
        return await work.Directory.FindPersonAsync(id, cancellation)
            ?? (await work.Directory.SearchPeopleAsync(name, MostMatches, cancellation)).FirstOrDefault(p =>
                string.Equals(p.Upn, name, StringComparison.OrdinalIgnoreCase)
            );
    }
}
