using System.Diagnostics;
using PimBot.Benchmarks.Report;

namespace PimBot.Benchmarks.Load;

/// <summary>Several people at once, each of whom says the next thing as soon as the last was answered.</summary>
internal static class Crowd
{
    /// <summary>What reads: each is one message and one answer.</summary>
    public static readonly IReadOnlyList<string> Questions = ["help", "my roles", "status", "my requests"];

    /// <summary>Turns for a time. Turns that were begun are finished.</summary>
    public static async Task<CrowdResult> TalkAsync(IReadOnlyList<LoadPerson> people, TimeSpan duration)
    {
        var start = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(
            people.Select(
                async (person, i) =>
                {
                    var mine = new List<TimeSpan>();
                    for (var turn = i; Stopwatch.GetElapsedTime(start) < duration; turn++)
                    {
                        mine.Add(await person.SayAsync(Questions[turn % Questions.Count]));
                    }

                    return mine;
                }
            )
        );
        return new CrowdResult(new Distribution(times.SelectMany(t => t)), Stopwatch.GetElapsedTime(start));
    }

    /// <summary>A number of turns, spread evenly over the people.</summary>
    public static Task TalkAsync(IReadOnlyList<LoadPerson> people, int turns) =>
        Task.WhenAll(
            people.Select(
                async (person, i) =>
                {
                    for (var turn = i; turn < turns; turn += people.Count)
                    {
                        await person.SayAsync(Questions[turn / people.Count % Questions.Count]);
                    }
                }
            )
        );

    /// <summary>Everyone activates these roles, one after another.</summary>
    public static async Task<(CrowdResult Answered, CrowdResult Active)> ActivateAsync(
        IReadOnlyList<LoadPerson> people,
        IReadOnlyList<string> roles
    )
    {
        var start = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(
            people.Select(async person =>
            {
                var mine = new List<(TimeSpan Answered, TimeSpan Changed)>();
                foreach (var role in roles)
                {
                    mine.Add(await person.SayAndSeeChangeAsync($"activate {role} for 1h because of ticket work"));
                }

                return mine;
            })
        );
        var took = Stopwatch.GetElapsedTime(start);
        var all = times.SelectMany(t => t).ToList();
        return (
            new CrowdResult(new Distribution(all.Select(t => t.Answered)), took),
            new CrowdResult(new Distribution(all.Select(t => t.Changed)), took)
        );
    }
}
