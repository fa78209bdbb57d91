using Microsoft.Extensions.Logging;

namespace PimBot.Testing;

/// <summary>One log entry of the host, with the text of its exception if it has one.</summary>
public sealed record LogEntry(LogLevel Level, string Category, string Message, string? Exception)
{
    public override string ToString() => $"{Level} {Category}: {Message}{(Exception is null ? "" : "\n" + Exception)}";
}
