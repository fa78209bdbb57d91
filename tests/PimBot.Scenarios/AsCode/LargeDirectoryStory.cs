using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Access;
using PimBot.Application.Access.AsCode;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Storage;
using PimBot.Storage.Sqlite;

namespace PimBot.Scenarios.AsCode;

/// <summary>10,000 people, 100 roles, 500 scopes, 50,000 assignments.</summary>
public sealed class LargeDirectoryStory : IAsyncLifetime
{
    // On an idle machine the slowest takes some 5 s; on one with many neighbours several times that.
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(120);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pimbot-large-");
    private ServiceProvider services = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IPimStore Store => services.GetRequiredService<IPimStore>();

    public async ValueTask InitializeAsync()
    {
        services = new ServiceCollection()
            .AddSqliteStorage($"Data Source={Path.Combine(folder.FullName, "large.db")}")
            .BuildServiceProvider();
        await services.GetRequiredService<IStorageSetup>().MigrateAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_large_company_is_loaded_planned_and_exported_in_seconds()
    {
        var large = Large() with { HasReviews = true, HasAlerts = true };
        var json = DirectoryJsonWriter.Write(DirectoryWriter.Write(large, DateTimeOffset.UtcNow));

        var contents = await Timed("read", () => Task.FromResult(Read(json)));
        await Timed(
            "load",
            () => Store.CommitAsync((work, stop) => LoadDirectory.RunAsync(work, contents, stop), Stop)
        );
        var present = await Timed("export", () => Store.ReadAsync(DirectoryExport.ReadAsync, Stop));
        var plan = await Timed(
            "plan",
            () => Task.FromResult(DirectoryPlanner.Plan(present, contents, prune: true, present.ReadAt))
        );

        Assert.Equal((10_000, 50_000), (present.People.Count, present.Assignments.Count));
        Assert.False(plan.HasChanges || plan.HasDrift);
        Assert.Equal(json, DirectoryJsonWriter.Write(DirectoryWriter.Write(present, present.ReadAt)));
    }

    [Fact]
    public async Task A_thousand_changes_of_each_sort_are_applied_in_seconds()
    {
        var contents = Large();
        await Store.CommitAsync((work, stop) => LoadDirectory.RunAsync(work, contents, stop), Stop);
        var wanted = contents with
        {
            People = [.. contents.People.Select((p, i) => i < 1000 ? p with { Name = $"Renamed {i}" } : p)],
            // A thousand are new, a thousand end earlier, a thousand are gone.
            Assignments =
            [
                .. contents.Assignments.Skip(1000).Select((a, i) => i < 1000 ? a with { End = Later(a) } : a),
                .. contents
                    .Assignments.TakeLast(1000)
                    .Select(a => a with { Id = Guid.NewGuid(), Type = AssignmentType.Active, End = null }),
            ],
        };
        var command = new ApplyDirectoryCommand
        {
            Wanted = wanted,
            Prune = true,
            Justification = "because",
        };

        var outcome = await Timed("apply", () => ApplyDirectory.RunAsync(Store, command, Stop));

        Assert.Empty(outcome.Refusals);
        Assert.Equal(DirectoryOutcomeKind.Applied, outcome.Kind);
        Assert.Equal(1000, outcome.Plan.People.Count);
        Assert.Equal(3000, outcome.Plan.Assignments.Count);
        var present = await Store.ReadAsync(DirectoryExport.ReadAsync, Stop);
        Assert.False(DirectoryPlanner.Plan(present, wanted, prune: true, present.ReadAt).HasChanges);
    }

    private static DateTimeOffset Later(Assignment assignment) =>
        (assignment.End ?? new DateTimeOffset(2035, 1, 1, 0, 0, 0, TimeSpan.Zero)).AddDays(1);

    private static DirectoryContents Read(string json)
    {
        var result = DirectoryDocument.Parse(json, DateTimeOffset.UtcNow);
        Assert.Empty(result.Faults);
        return result.Contents!;
    }

    private static async Task<T> Timed<T>(string what, Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var result = await work();
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {watch.Elapsed.TotalSeconds:0.00} s");
        Assert.True(watch.Elapsed < Seconds, $"{what} took {watch.Elapsed}.");
        return result;
    }

    private static DirectoryContents Large()
    {
        var people = Enumerable.Range(0, 10_000).Select(Person).ToList();
        var scopes = Enumerable.Range(0, 500).Select(Scope).ToList();
        var roles = Enumerable.Range(0, 100).Select(Role).ToList();
        var assignments = Enumerable.Range(0, 50_000).Select(i => Assignment(i, people, scopes, roles)).ToList();
        return new(people, [], scopes, roles, [], assignments);
    }

    private static Person Person(int i) =>
        new()
        {
            Id = new PersonId(Guid.NewGuid().ToString()),
            Name = $"Person {i}",
            Upn = $"person{i}@contoso.example",
            Mail = $"person{i}@contoso.example",
            Kind = PersonKind.Member,
        };

    private static Scope Scope(int i) =>
        i == 0
            ? new()
            {
                Id = ScopeId.Directory,
                Kind = ScopeKind.Directory,
                Name = "Contoso",
            }
            : new()
            {
                Id = new ScopeId($"/subscriptions/{Guid.NewGuid()}"),
                Kind = ScopeKind.Subscription,
                Name = $"Subscription {i}",
            };

    private static Role Role(int i) =>
        new()
        {
            Id = new RoleId(Guid.NewGuid().ToString()),
            Name = $"Role {i}",
            Kind = i % 2 == 0 ? RoleKind.AzureRole : RoleKind.DirectoryRole,
        };

    private static Assignment Assignment(int i, List<Person> people, List<Scope> scopes, List<Role> roles)
    {
        var role = roles[i % 100];
        var scope = role.Kind is RoleKind.AzureRole ? scopes[1 + (i / 100 % 499)] : scopes[0];
        return new()
        {
            Id = Guid.NewGuid(),
            Person = people[i / 5].Id,
            Access = new RoleScope(role.Id, scope.Id),
            Type = AssignmentType.Eligible,
            End = i % 3 == 0 ? new DateTimeOffset(2035, 1, 1, 0, 0, 0, TimeSpan.Zero) : null,
        };
    }
}
