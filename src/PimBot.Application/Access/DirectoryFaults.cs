using System.Globalization;

namespace PimBot.Application.Access;

/// <summary>Collects faults, up to a number that nobody reads through any more, so that a hostile file can't fill the memory.</summary>
internal sealed class DirectoryFaults
{
    internal const int Most = 1000;

    private readonly List<DirectoryFault> _kept = [];
    private int _found;

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<DirectoryFault> All =>
        [
            .. _kept.OrderBy(f => f.Line).ThenBy(f => f.Column),
            .. _found <= Most ? Array.Empty<DirectoryFault>() : [NotListed(_found - Most)],
        ];

    public bool Any => _found > 0;

    public void Add(DirectoryCursor at, string message)
    {
        if (_found++ < Most)
        {
            _kept.Add(new(at.Place, message) { Line = at.Line, Column = at.Column });
        }
    }

    private static DirectoryFault NotListed(int count) =>
        new(
            DirectoryFault.WholeDocument,
            string.Create(CultureInfo.InvariantCulture, $"{count} more faults are not listed")
        );
}
