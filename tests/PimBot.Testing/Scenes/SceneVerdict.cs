using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace PimBot.Testing;

/// <summary>What must not happen in any scene.</summary>
internal static partial class SceneVerdict
{
    private const int ShortestTelling = 12;

    /// <summary>One line for each thing that is wrong.</summary>
    /// <param name="channel">Its violations, and the secrets that it gave out.</param>
    /// <param name="logs">What the host logged.</param>
    /// <param name="expectedErrors">Texts of errors that the test provokes.</param>
    /// <param name="written">
    /// What people wrote. Only texts of several words are looked for in the logs: a single word such as "help" proves nothing.
    /// </param>
    public static IEnumerable<string> Problems(
        FakeChannel channel,
        IReadOnlyList<LogEntry> logs,
        IReadOnlyCollection<string> expectedErrors,
        IReadOnlyCollection<string> written
    )
    {
        var telling = written.Where(text => text.Length >= ShortestTelling && text.Contains(' ')).ToList();
        foreach (var violation in channel.Violations)
        {
            yield return $"The channel refused {violation}";
        }

        foreach (var entry in logs)
        {
            var text = entry.ToString();
            if (
                entry.Level >= LogLevel.Error
                && !expectedErrors.Any(error => text.Contains(error, StringComparison.Ordinal))
            )
            {
                yield return $"Logged {text}";
            }

            if (Leak(text, channel, telling) is { } leak)
            {
                yield return $"A log entry of {entry.Category} holds {leak}.";
            }
        }
    }

    private static string? Leak(string text, FakeChannel channel, IEnumerable<string> written)
    {
        if (text.Contains(channel.Bot.ClientSecret, StringComparison.Ordinal))
        {
            return "the client secret";
        }

        if (Token().IsMatch(text))
        {
            return "a token";
        }

        var said = written.FirstOrDefault(message => text.Contains(message, StringComparison.Ordinal));
        return said is null ? null : $"what a person wrote: '{said}'";
    }

    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{10,}\.eyJ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
