namespace PimBot.Playground.Channel;

/// <summary>One line of a transcript. The same id again is the same line, changed.</summary>
internal sealed record TranscriptMessage(string Id, MessageAuthor Author, DateTimeOffset At)
{
    public string? Text { get; init; }

    /// <summary><c>plain</c> or <c>markdown</c>; the page never reads anything as HTML.</summary>
    public string? TextFormat { get; init; }

    public IReadOnlyList<Card> Cards { get; init; } = [];

    public DateTimeOffset? EditedAt { get; init; }

    public Notice? Notice { get; init; }
}
