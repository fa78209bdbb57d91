namespace PimBot.Application.Reviews;

/// <summary>What a review would be if it began now.</summary>
public sealed record ReviewPreview
{
    /// <summary>How many assignments it is about.</summary>
    public required int Items { get; init; }

    /// <summary>Names of those who are asked, by name.</summary>
    public required IReadOnlyList<string> Asked { get; init; }

    /// <summary>How many of them are asked about themselves.</summary>
    public int AskedOfThemselves { get; init; }

    /// <summary>How many assignments go to fallback reviewers.</summary>
    public int Elsewhere { get; init; }

    /// <summary>Names of those whom nobody can be asked about; they stay as they are.</summary>
    public IReadOnlyList<string> Unasked { get; init; } = [];

    /// <summary>When the first occurrences begin: at most three.</summary>
    public required IReadOnlyList<DateTimeOffset> Starts { get; init; }
}
