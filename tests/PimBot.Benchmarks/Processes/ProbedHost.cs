using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PimBot.Benchmarks.Processes;

/// <summary>
/// The real host, run by its own entry point, with a probe beside it: it counts what EF Core does and answers the lines
/// <c>probe</c> and <c>collect</c> of standard input.
/// </summary>
internal static class ProbedHost
{
    public const string Mode = "probed";
    public const string Answer = "probe: ";
    public const string ProbeLine = "probe";

    /// <summary>As <see cref="ProbeLine"/>, after a full collection.</summary>
    public const string CollectLine = "collect";

    public static async Task<int> RunAsync(string[] args)
    {
        using var counter = StatementCounter.Start();
        _ = Task.Factory.StartNew(
            () => AnswerLines(counter),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        var exit = typeof(Program).Assembly.EntryPoint!.Invoke(null, [args]);
        return exit is Task<int> running ? await running : exit as int? ?? 0;
    }

    private static void AnswerLines(StatementCounter counter)
    {
        while (Console.ReadLine() is { } line)
        {
            if (line == CollectLine)
            {
                GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }

            var reading = new ProbeReading(
                GC.GetTotalMemory(false),
                GC.GetTotalAllocatedBytes(),
                counter.Commits,
                counter.Statements
            );
            Console.WriteLine(Answer + JsonSerializer.Serialize(reading));
        }
    }

    /// <summary>Listens to EF Core's diagnostics.</summary>
    private sealed class StatementCounter
        : IObserver<DiagnosticListener>,
            IObserver<KeyValuePair<string, object?>>,
            IDisposable
    {
        private readonly Dictionary<string, int> statements = new(StringComparer.Ordinal);
        private readonly Lock gate = new();
        private int commits;
        private IDisposable? listeners;

        public int Commits => Volatile.Read(ref commits);

        public Dictionary<string, int> Statements
        {
            get
            {
                lock (gate)
                {
                    return new Dictionary<string, int>(statements, StringComparer.Ordinal);
                }
            }
        }

        public static StatementCounter Start()
        {
            var counter = new StatementCounter();
            counter.listeners = DiagnosticListener.AllListeners.Subscribe(counter);
            return counter;
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == Microsoft.EntityFrameworkCore.DbLoggerCategory.Name)
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            switch (value.Value)
            {
                case CommandExecutedEventData executed:
                    lock (gate)
                    {
                        var text = executed.Command.CommandText;
                        statements[text] = statements.GetValueOrDefault(text) + 1;
                    }

                    break;
                case TransactionEndEventData when value.Key == RelationalEventId.TransactionCommitted.Name:
                    Interlocked.Increment(ref commits);
                    break;
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose() => listeners?.Dispose();
    }
}
