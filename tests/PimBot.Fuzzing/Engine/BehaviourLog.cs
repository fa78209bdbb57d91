using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PimBot.Fuzzing.Engine;

/// <summary>The product's log events since the last input, as parts of a signature: event ids and the reasons in them.</summary>
internal sealed class BehaviourLog : ILoggerProvider
{
    private static readonly string[] Telling = ["Reason", "Fault", "Status", "Error"];

    private readonly ConcurrentDictionary<string, bool> seen = new(StringComparer.Ordinal);

    /// <summary>Each event once, in order of its name; forgets them.</summary>
    public string Take()
    {
        var events = string.Join(' ', seen.Keys.Order(StringComparer.Ordinal));
        seen.Clear();
        return events;
    }

    public ILogger CreateLogger(string categoryName) =>
        new Logger(this, categoryName.StartsWith("PimBot.", StringComparison.Ordinal));

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Logger(BehaviourLog log, bool isOurs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => isOurs || logLevel >= LogLevel.Error;

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
                var values = (state as IReadOnlyList<KeyValuePair<string, object?>> ?? [])
                    .Where(value => Telling.Contains(value.Key))
                    .Select(value => $"{value.Value}");
                log.seen[$"{eventId.Id}({string.Join(',', values)}{exception?.GetType().Name})"] = true;
            }
        }
    }
}
