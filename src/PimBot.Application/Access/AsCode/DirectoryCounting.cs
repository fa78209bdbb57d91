using System.Globalization;

namespace PimBot.Application.Access.AsCode;

/// <summary>Numbers of things, and the first few of them.</summary>
internal static class DirectoryCounting
{
    /// <summary>As many are named one by one.</summary>
    public const int Few = 3;

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Such as <c>1 person</c> or <c>12 people</c>.</summary>
    public static string Count(int number, string one, string several) =>
        $"{Number(number)} {(number == 1 ? one : several)}";

    /// <summary>Such as <c>Alice, Bob, Carol and 9 more</c>.</summary>
    public static string Some(IReadOnlyList<string> names) =>
        names.Count <= Few
            ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(Few))} and {Number(names.Count - Few)} more";
}
