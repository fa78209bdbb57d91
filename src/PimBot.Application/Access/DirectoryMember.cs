namespace PimBot.Application.Access;

/// <summary>A key of a map and its value.</summary>
/// <param name="Key">As written; the same key may come twice, which is for the reader to refuse.</param>
/// <param name="Line">Where the key stands, from 1.</param>
/// <param name="Column">Where the key stands, in characters from 1.</param>
/// <param name="Value">What it is given.</param>
public sealed record DirectoryMember(string Key, int Line, int Column, DirectoryNode Value);
