namespace PimBot.Application.Access;

/// <summary>The members of one map, checked against the keys that the format knows.</summary>
internal sealed class DirectoryFields
{
    private readonly DirectoryCursor _map;
    private readonly Dictionary<string, DirectoryCursor> _members;

    private DirectoryFields(DirectoryCursor map, Dictionary<string, DirectoryCursor> members) =>
        (_map, _members) = (map, members);

    /// <summary>Null, and a fault, when it is no map. Unknown keys and keys that come twice are faults.</summary>
    public static DirectoryFields? Of(DirectoryCursor map, IReadOnlyList<string> known)
    {
        if (map.Node.Kind is not DirectoryNodeKind.Map)
        {
            map.Fault($"must be an object with {DirectoryWords.List(known)}, not {DirectoryWords.Describe(map.Node)}");
            return null;
        }

        var members = new Dictionary<string, DirectoryCursor>(map.Node.Members.Count, StringComparer.Ordinal);
        foreach (var member in map.Node.Members)
        {
            if (!known.Contains(member.Key, StringComparer.Ordinal))
            {
                map.AtKey(member).Fault($"is an unknown key; known are {DirectoryWords.List(known)}");
            }
            else if (!members.TryAdd(member.Key, map.Under(member)))
            {
                map.AtKey(member).Fault($"is given twice, first in line {members[member.Key].Line}");
            }
        }

        return new(map, members);
    }

    /// <summary>Null when the key is missing or its value is null.</summary>
    public DirectoryCursor? Optional(string key) =>
        _members.TryGetValue(key, out var value) && value.Node.Kind is not DirectoryNodeKind.Null ? value : null;

    /// <summary>Null, and a fault, when the key is missing or its value is null.</summary>
    public DirectoryCursor? Required(string key)
    {
        if (Optional(key) is { } value)
        {
            return value;
        }

        if (_members.TryGetValue(key, out var empty))
        {
            empty.Fault("must not be null");
        }
        else
        {
            _map.AtMissing(key).Fault("is missing");
        }

        return null;
    }
}
