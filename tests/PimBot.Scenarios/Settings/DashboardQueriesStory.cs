using System.Diagnostics;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Settings;

/// <summary>The dashboard asks the database as often in a large organization as in a small one.</summary>
public sealed class DashboardQueriesStory
{
    private static readonly AsyncLocal<Counter?> Counting = new();

    [Fact]
    public async Task The_number_of_queries_does_not_grow_with_people_scopes_and_assignments()
    {
        using var counter = new Counter();
        await using var scene = await Scene.StartAsync();
        var administrator = new PersonId(scene.Person("Emergency access 1").Id);
        await scene.Elevates(scene.Person("Emergency access 1"));
        var small = await QueriesOf(scene, administrator, counter);

        await scene.Changes(
            (work, _) =>
            {
                Grow(work);
                return Task.CompletedTask;
            }
        );

        Assert.Equal(small, await QueriesOf(scene, administrator, counter));
        Assert.InRange(small, 1, 25);
    }

    private static void Grow(IPimUnitOfWork work)
    {
        for (var i = 0; i < 60; i++)
        {
            var scope = new Scope
            {
                Id = new ScopeId($"/subscriptions/further-{i}"),
                Kind = ScopeKind.Subscription,
                Name = $"Further {i}",
            };
            var person = new Person
            {
                Id = new PersonId($"further-{i}"),
                Name = $"Further {i}",
                Kind = PersonKind.Member,
            };
            work.Directory.Add(scope);
            work.Directory.Add(person);
            work.Assignments.Add(
                new Assignment
                {
                    Id = Guid.NewGuid(),
                    Person = person.Id,
                    Access = new RoleScope(Contoso.OwnerOfProduction.Role, scope.Id),
                    Type = AssignmentType.Eligible,
                    End = work.Now + TimeSpan.FromDays(5),
                }
            );
        }
    }

    private static async Task<int> QueriesOf(Scene scene, PersonId administrator, Counter counter)
    {
        var before = counter.Queries;
        var dashboard = await scene.Reads(
            (work, stop) =>
            {
                Counting.Value = counter;
                return DashboardReader.ReadAsync(work, administrator, stop);
            }
        );
        Assert.NotNull(dashboard);
        return counter.Queries - before;
    }

    /// <summary>Counts the commands of its own flow; other tests run beside it.</summary>
    private sealed class Counter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> subscriptions = [];
        private int queries;

        public Counter() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public int Queries => queries;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (
                Counting.Value == this
                && value.Key == "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting"
            )
            {
                Interlocked.Increment(ref queries);
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose() => subscriptions.ForEach(s => s.Dispose());
    }
}
