using System.Diagnostics.CodeAnalysis;

namespace PimBot.Application.Access;

/// <summary>The entries of one section by id, without regard to case. An entry with a fault keeps its id, so that references to it are no second fault.</summary>
/// <param name="noun">What an entry is called in a fault.</param>
internal sealed class DirectoryIndex<T>(string noun)
    where T : class
{
    private readonly Dictionary<string, (string Id, int Line, T? Entry)> _entries = new(
        StringComparer.OrdinalIgnoreCase
    );

    private readonly List<T> _kept = [];

    /// <summary>The entries without a fault of their own, in the file's order.</summary>
    public IReadOnlyList<T> Entries => _kept;

    /// <summary>Reserves an id; a fault when it is taken.</summary>
    /// <returns>The id; null when it is missing, impossible or taken.</returns>
    public string? Declare(DirectoryCursor? at, int longest)
    {
        if (at?.Id(longest) is not { } id)
        {
            return null;
        }

        if (_entries.TryAdd(id, (id, at.Line, null)))
        {
            return id;
        }

        at.Fault($"is the id of another {noun} already, in line {_entries[id].Line}: {DirectoryWords.Quote(id)}");
        return null;
    }

    /// <summary>Stores what was read for an id that was declared.</summary>
    public void Keep(string id, T entry)
    {
        _entries[id] = _entries[id] with { Entry = entry };
        _kept.Add(entry);
    }

    /// <summary>Follows a reference; a fault when it leads nowhere.</summary>
    /// <param name="id">The id as declared.</param>
    /// <param name="entry">Null when the entry has a fault of its own.</param>
    public bool TryFollow(DirectoryCursor? at, [NotNullWhen(true)] out string? id, out T? entry)
    {
        (id, entry) = (null, null);
        if (at?.Text() is not { } text)
        {
            return false;
        }

        if (!_entries.TryGetValue(DirectoryValues.Canonical(text), out var found))
        {
            at.Fault($"there is no {noun} with the id {DirectoryWords.Quote(text)}");
            return false;
        }

        (id, entry) = (found.Id, found.Entry);
        return true;
    }
}
