using PimBot.Application.Access;
using PimBot.Domain.Activations;
using PimBot.Scenarios.Model;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>One random life of a random town, lived by the product and by the model. The same seed and steps are the same life.</summary>
internal sealed class AdministrationLife : IAsyncDisposable
{
    private const int MostOfTrail = 60;

    private readonly Stage stage;
    private readonly Comparison comparison;
    private readonly DirectoryContents contents;
    private readonly (int Weight, Func<Task> Do)[] deeds;

    private AdministrationLife(string file, Town town)
    {
        stage = new Stage(file, town);
        contents = town.Contents();
        comparison = new Comparison(stage);
        deeds = Deeds();
    }

    /// <returns>How often what came about.</returns>
    /// <exception cref="LifeBrokenException">Product and model disagree.</exception>
    public static async Task<IReadOnlyDictionary<string, int>> PlayAsync(
        TestFolder folder,
        int seed,
        IReadOnlyCollection<int> steps
    )
    {
        await using var life = new AdministrationLife(folder.NewDatabase(), Town.Of(seed));
        return await life.LiveAsync(seed, steps);
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    private async Task<IReadOnlyDictionary<string, int>> LiveAsync(int seed, IReadOnlyCollection<int> steps)
    {
        var made = new List<int>();
        try
        {
            await stage.Service.Commit(work => LoadDirectory.RunAsync(work, contents, default));
            comparison.DirectoryChanged();
            foreach (var step in steps)
            {
                made.Add(step);
                stage.Random = new Random(unchecked((seed * 1_000_003) + step));
                await StepAsync();
            }

            return stage.Reached;
        }
        catch (Exception failure)
        {
            throw new LifeBrokenException(
                $"Seed {seed}, {made.Count} steps: {(failure is LifeBrokenException ? failure.Message : failure)}"
                    + $"{Environment.NewLine}{string.Join(Environment.NewLine, stage.Trail.TakeLast(MostOfTrail))}",
                seed,
                made
            );
        }
    }

    private async Task StepAsync()
    {
        var dice = stage.Random.Next(deeds.Sum(d => d.Weight));
        foreach (var (weight, deed) in deeds)
        {
            dice -= weight;
            if (dice < 0)
            {
                await deed();
                break;
            }
        }

        comparison.Manned();
        await comparison.StateAsync();
        if (stage.Chance(8))
        {
            await comparison.PeopleAsync();
            await comparison.AuditAsync();
        }
    }

    private (int Weight, Func<Task> Do)[] Deeds()
    {
        var office = new OfficeSteps(stage);
        var (orders, activations, world) = (
            new AssignmentSteps(stage),
            new ActivationSteps(stage),
            new WorldSteps(stage)
        );
        return
        [
            (14, orders.AssignAsync),
            (9, () => orders.ChangeAsync(RequestAction.AdminUpdate)),
            (9, () => orders.ChangeAsync(RequestAction.AdminRemove)),
            (4, () => orders.ChangeAsync(RequestAction.AdminExtend)),
            (3, () => orders.ChangeAsync(RequestAction.AdminRenew)),
            (4, () => orders.ChangeAsync(RequestAction.SelfExtend)),
            (3, () => orders.ChangeAsync(RequestAction.SelfRenew)),
            (1, orders.MakeRolePermanentAsync),
            (1, () => LateAsync(orders)),
            (6, orders.DecideAsync),
            (2, orders.CancelAsync),
            (4, office.ChangePolicyAsync),
            (2, office.ElevateAsync),
            (1, office.EndElevationAsync),
            (1, office.SetUpAsync),
            (9, activations.ActivateAsync),
            (1, activations.VerifyAsync),
            (5, activations.DecideAsync),
            (1, activations.CancelAsync),
            (2, activations.EndAsync),
            (1, () => InDirectoryAsync(world.EnableAsync)),
            (1, () => InDirectoryAsync(world.ChangeGroupAsync)),
            (5, () => WaitAsync(world)),
            (4, world.SomePassAsync),
            (7, () => AtRestAsync(world)),
        ];
    }

    private Task LateAsync(AssignmentSteps orders)
    {
        comparison.TimePassed();
        return orders.RenewLateAsync();
    }

    private async Task InDirectoryAsync(Func<Task> change)
    {
        await change();
        comparison.DirectoryChanged();
    }

    /// <summary>Mostly the passes run at once, as in a process that lives.</summary>
    private async Task WaitAsync(WorldSteps world)
    {
        world.Wait();
        comparison.TimePassed();
        if (stage.Chance(75))
        {
            await AtRestAsync(world);
        }
    }

    private async Task AtRestAsync(WorldSteps world)
    {
        await world.SettleAsync();
        await comparison.StateAsync();
        await comparison.AtRestAsync();
    }
}
