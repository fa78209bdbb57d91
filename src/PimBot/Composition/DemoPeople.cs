using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Playground;

namespace PimBot.Composition;

/// <summary>The people of the directory, as the playground introduces them: second and emergency accounts last.</summary>
internal sealed class DemoPeople : IPlaygroundPeople
{
    private IReadOnlyList<PlaygroundPerson> people = [];

    public IReadOnlyList<PlaygroundPerson> List() => people;

    /// <summary>Reads them once, when the store is ready.</summary>
    public async Task ReadAsync(IPimStore store, CancellationToken cancellation) =>
        people = await store.ReadAsync(ReadAsync, cancellation);

    private static async Task<IReadOnlyList<PlaygroundPerson>> ReadAsync(
        IPimUnitOfWork work,
        CancellationToken cancellation
    )
    {
        var everybody = await work.Directory.AllPeopleAsync(cancellation);
        var found = new List<PlaygroundPerson>();
        foreach (
            var person in everybody
                .Where(p => p is { Enabled: true, Kind: not PersonKind.ServiceAccount })
                .OrderBy(p => p.Kind is PersonKind.Emergency)
                .ThenBy(p => p.LinkedTo is not null)
                .ThenBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
        )
        {
            found.Add(
                new PlaygroundPerson(
                    person.Id.Value,
                    person.Name,
                    person.Upn ?? person.Mail ?? "",
                    KindOf(person.Kind),
                    await SummaryAsync(work, person, cancellation)
                )
            );
        }

        return found;
    }

    private static async Task<string> SummaryAsync(IPimUnitOfWork work, Person person, CancellationToken cancellation)
    {
        var eligible = await AccessReader.EligibleAsync(work, person.Id, cancellation);
        var held = await AccessReader.HeldAsync(work, person.Id, cancellation);
        var can = string.Join(", ", eligible.Select(e => e.Role.Name).Distinct(StringComparer.Ordinal));
        var has = string.Join(", ", held.Select(h => h.Role.Name).Distinct(StringComparer.Ordinal));
        return (can.Length, has.Length) switch
        {
            (> 0, > 0) => $"Can activate {can}. Always {has}.",
            (> 0, _) => $"Can activate {can}.",
            (_, > 0) => $"Always {has}.",
            _ => "Has no privileged roles.",
        };
    }

    private static string KindOf(PersonKind kind) =>
        kind switch
        {
            PersonKind.Guest => "Guest",
            PersonKind.Personal => "Personal account",
            PersonKind.Emergency => "Emergency account",
            PersonKind.ServiceAccount => "Service account",
            _ => "Member",
        };
}
