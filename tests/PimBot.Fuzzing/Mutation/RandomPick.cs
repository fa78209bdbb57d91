namespace PimBot.Fuzzing.Mutation;

internal static class RandomPick
{
    public static T Of<T>(this Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    /// <summary>True once in so many times.</summary>
    public static bool Once(this Random random, int inTimes) => random.Next(inTimes) == 0;
}
