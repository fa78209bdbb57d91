using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Model;
using PimBot.Testing;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>The product and the model side by side, and what happened to both so far.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly string file;
    private readonly ManualTime clock = new(Town.Start);

    public Stage(string file, Town town)
    {
        this.file = file;
        Realm = town.Realm;
        Guards = new Guards(Realm);
        Assignments = new AssignmentReference(Realm, Guards);
        Passing = new Passing(Realm, Guards);
        Wishes = new WishReference(Realm, Assignments, Passing);
        Office = new OfficeReference(Realm, Guards);
        Activations = new ActivationReference(Realm, Guards, Passing);
        Policies = new PolicyReference(Realm);
        Service = new Service(file, clock);
        Places = Town.Places(Realm);
    }

    public Service Service { get; }

    public Realm Realm { get; }

    public Guards Guards { get; }

    public AssignmentReference Assignments { get; }

    public WishReference Wishes { get; }

    public OfficeReference Office { get; }

    public ActivationReference Activations { get; }

    public PolicyReference Policies { get; }

    public Passing Passing { get; }

    public IReadOnlyList<RoleScope> Places { get; }

    public Random Random { get; set; } = new(0);

    public List<string> Trail { get; } = [];

    /// <summary>How often what came about, so that nothing is taken for tested that never happened.</summary>
    public Dictionary<string, int> Reached { get; } = [];

    public void Pass(TimeSpan time)
    {
        clock.Advance(time);
        Realm.Now = clock.GetUtcNow();
    }

    public void Note(string what) => Trail.Add($"{Realm.Now:MM-dd HH:mm:ss} {what}");

    public void Count(string what) => Reached[what] = Reached.GetValueOrDefault(what) + 1;

    /// <summary>The product says what the model says.</summary>
    /// <returns>Whether it is allowed.</returns>
    public bool Agree(string what, IReadOnlySet<ReasonCode> against, Refusal? refusal)
    {
        Note($"{what} → {refusal?.Code.ToString() ?? "done"}");
        Count($"{what.Split(' ')[0]} {refusal?.Code.ToString() ?? "done"}");
        if (refusal is null ? against.Count > 0 : !against.Contains(refusal.Code))
        {
            throw new LifeBrokenException(
                $"{what}: by the rules {(against.Count == 0 ? "allowed" : $"refused for {string.Join(" or ", against)}")}; "
                    + $"the product said {refusal?.Code.ToString() ?? "yes"}."
            );
        }

        return refusal is null;
    }

    public void Demand(bool holds, string rule)
    {
        if (!holds)
        {
            throw new LifeBrokenException(rule);
        }
    }

    public bool Chance(int percent) => Random.Next(100) < percent;

    public T Pick<T>(IReadOnlyCollection<T> all) => all.ElementAt(Random.Next(all.Count));

    public PersonId Anybody() => Pick(Realm.People.Keys);

    /// <summary>A role somewhere; directory roles matter most.</summary>
    public RoleScope Place() =>
        Chance(40) ? Pick([.. Places.Where(p => Realm.Roles[p.Role].Kind is RoleKind.DirectoryRole)]) : Pick(Places);

    /// <summary>One of the accounts of the human being behind this one; an administrator's where there is one.</summary>
    public PersonId SameHuman(PersonId person)
    {
        var accounts = Realm.People.Keys.Where(p => Realm.AreOneHuman(p, person)).ToList();
        var managing = accounts.Where(p => Realm.Right(p, Places[0]) is AdministrationRight.Manage).ToList();
        return Pick(managing.Count > 0 ? managing : accounts);
    }

    /// <summary>Mostly somebody who may, sometimes anybody.</summary>
    public PersonId Actor(RoleScope access)
    {
        var managers = Realm.People.Keys.Where(p => Realm.Right(p, access) is AdministrationRight.Manage).ToList();
        return managers.Count > 0 && Chance(75) ? Pick(managers) : Anybody();
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        TestFolder.Delete(file);
    }
}
