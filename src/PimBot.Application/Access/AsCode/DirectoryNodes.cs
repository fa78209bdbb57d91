using System.Globalization;
using System.Xml;

namespace PimBot.Application.Access.AsCode;

/// <summary>Builds nodes that do not come from a file.</summary>
internal static class DirectoryNodes
{
    /// <summary>A map of the members that are given; a null node is left out.</summary>
    public static DirectoryNode Map(params ReadOnlySpan<(string Key, DirectoryNode? Value)> members)
    {
        var given = new List<DirectoryMember>(members.Length);
        foreach (var (key, value) in members)
        {
            if (value is not null)
            {
                given.Add(new(key, 0, 0, value));
            }
        }

        return DirectoryNode.OfMap(given, 0, 0);
    }

    public static DirectoryNode List(IEnumerable<DirectoryNode> items) => DirectoryNode.OfList([.. items], 0, 0);

    /// <summary>Null when there are none.</summary>
    public static DirectoryNode? ListOrNothing(IEnumerable<DirectoryNode> items) =>
        List(items) is { Items.Count: > 0 } list ? list : null;

    public static DirectoryNode Text(string text) => DirectoryNode.OfText(text, 0, 0);

    public static DirectoryNode? TextOrNothing(string? text) => text is null ? null : Text(text);

    /// <summary>Null unless the flag is other than what a file that says nothing means.</summary>
    public static DirectoryNode? FlagUnless(bool usual, bool flag) =>
        flag == usual ? null : DirectoryNode.OfFlag(flag, 0, 0);

    public static DirectoryNode Flag(bool flag) => DirectoryNode.OfFlag(flag, 0, 0);

    public static DirectoryNode Number(int number) =>
        DirectoryNode.OfNumber(number.ToString(CultureInfo.InvariantCulture), 0, 0);

    /// <summary>In ISO 8601, such as <c>PT1H30M</c>; an explicit null for none.</summary>
    public static DirectoryNode Duration(TimeSpan? duration) =>
        duration is { } given ? Text(XmlConvert.ToString(given)) : DirectoryNode.Null(0, 0);

    public static DirectoryNode? DurationOrNothing(TimeSpan? duration) => duration is null ? null : Duration(duration);

    /// <summary>Absolute, in UTC.</summary>
    public static DirectoryNode? Moment(DateTimeOffset? moment) =>
        moment is { } given
            ? Text(given.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture))
            : null;

    /// <summary>The word of a vocabulary for one value.</summary>
    public static DirectoryNode Word<T>(IReadOnlyDictionary<string, T> vocabulary, T value)
        where T : struct, Enum => Text(vocabulary.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Key);

    /// <summary>The words of a vocabulary for a combination of flags, in the vocabulary's order.</summary>
    public static DirectoryNode Words<T>(IReadOnlyDictionary<string, T> vocabulary, T flags)
        where T : struct, Enum => List(vocabulary.Where(w => flags.HasFlag(w.Value)).Select(w => Text(w.Key)));
}
