using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>What a scan found that is not stored yet, or is stored and not so any more.</summary>
internal sealed record AlertDifference(
    IReadOnlyList<AlertIncident> Opened,
    IReadOnlyList<AlertIncident> Changed,
    IReadOnlyList<AlertIncident> Closed
)
{
    public static AlertDifference Between(IReadOnlyList<AlertIncident> known, IReadOnlyList<AlertIncident> found)
    {
        var before = known.ToDictionary(i => i.Id);
        var now = found.Select(i => i.Id).ToHashSet();
        return new AlertDifference(
            [.. found.Where(i => !before.ContainsKey(i.Id))],
            [
                .. found
                    .Where(i => before.TryGetValue(i.Id, out var old) && !old.IsAsFound(i))
                    .Select(i => before[i.Id] with { Since = i.Since, Count = i.Count }),
            ],
            [.. known.Where(i => !now.Contains(i.Id))]
        );
    }

    /// <summary>In parts of at most so many incidents each, what is over first.</summary>
    public IEnumerable<AlertDifference> Parts(int most) =>
        Closed
            .Chunk(most)
            .Select(part => new AlertDifference([], [], part))
            .Concat(Changed.Chunk(most).Select(part => new AlertDifference([], part, [])))
            .Concat(Opened.Chunk(most).Select(part => new AlertDifference(part, [], [])));
}
