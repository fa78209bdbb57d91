namespace PimBot.Application.Access;

/// <summary>The first pass over a section whose entries have ids.</summary>
internal static class DirectorySection
{
    /// <summary>Declares every id before an entry is read, so that entries can refer to later ones.</summary>
    /// <returns>The entries that are objects; without an id where it is missing, impossible or taken.</returns>
    public static IReadOnlyList<(DirectoryFields Fields, string? Id)> Declare<T>(
        DirectoryCursor? section,
        IReadOnlyList<string> keys,
        DirectoryIndex<T> index,
        int longestId = DirectoryValues.LongestId
    )
        where T : class
    {
        var entries = new List<(DirectoryFields, string?)>();
        foreach (var item in section?.Items() ?? [])
        {
            if (DirectoryFields.Of(item, keys) is { } fields)
            {
                entries.Add((fields, index.Declare(fields.Required("id"), longestId)));
            }
        }

        return entries;
    }
}
