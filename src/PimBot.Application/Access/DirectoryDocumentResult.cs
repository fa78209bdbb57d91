using System.Diagnostics.CodeAnalysis;

namespace PimBot.Application.Access;

/// <summary>Either a whole directory, or every reason why it is refused: never both, never neither.</summary>
public sealed record DirectoryDocumentResult
{
    private DirectoryDocumentResult(DirectoryContents? contents, IReadOnlyList<DirectoryFault> faults) =>
        (Contents, Faults) = (contents, faults);

    /// <summary>Null when there are faults.</summary>
    public DirectoryContents? Contents { get; }

    /// <summary>In the order of the document; empty when the document is accepted.</summary>
    public IReadOnlyList<DirectoryFault> Faults { get; }

    [MemberNotNullWhen(true, nameof(Contents))]
    public bool IsAccepted => Contents is not null;

    internal static DirectoryDocumentResult Accepted(DirectoryContents contents) => new(contents, []);

    internal static DirectoryDocumentResult Refused(IReadOnlyList<DirectoryFault> faults) => new(null, faults);
}
