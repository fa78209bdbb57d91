using PimBot.Application.Access;

namespace PimBot.Access;

/// <summary>The directory file can't be used. The message names the file and every fault with its place; it is for the operator who starts the process.</summary>
internal sealed class DirectoryFileException : Exception
{
    public DirectoryFileException(string message, Exception? inner = null)
        : base(message, inner) { }

    public DirectoryFileException(string path, IReadOnlyList<DirectoryFault> faults)
        : base(Listing(path, faults)) => Faults = faults;

    /// <param name="path">The file, which is valid.</param>
    /// <param name="refusals">What of it may not be done, one sentence each.</param>
    public DirectoryFileException(string path, IReadOnlyList<string> refusals)
        : base(Listing(path, refusals)) { }

    /// <summary>Empty when the file could not be read at all.</summary>
    public IReadOnlyList<DirectoryFault> Faults { get; } = [];

    private static string Listing<T>(string path, IReadOnlyList<T> faults) =>
        $"The directory file {path} is refused. Faults: {faults.Count}."
        + string.Concat(faults.Select(fault => $"{Environment.NewLine}  {fault}"));
}
