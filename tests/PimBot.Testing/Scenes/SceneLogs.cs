using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PimBot.Testing;

/// <summary>Keeps what the host logs.</summary>
internal sealed class SceneLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<LogEntry> entries = new();

    public IReadOnlyList<LogEntry> Entries => [.. entries];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
        // The entries outlive a host that is restarted.
    }

    private sealed class Logger(SceneLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                logs.entries.Enqueue(
                    new LogEntry(logLevel, category, formatter(state, exception), exception?.ToString())
                );
            }
        }
    }
}
