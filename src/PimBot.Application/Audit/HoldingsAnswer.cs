namespace PimBot.Application.Audit;

/// <summary>Who held a role in a span of time: a page of it.</summary>
public sealed record HoldingsAnswer
{
    public required HoldingsAsk Ask { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Since when every change is on record; null: nothing is.</summary>
    public DateTimeOffset? RecordBegin { get; init; }

    /// <summary>Whether the reader sees what was theirs only.</summary>
    public required bool IsOwnOnly { get; init; }

    /// <summary>The page's rows, by name.</summary>
    public required IReadOnlyList<Holding> Rows { get; init; }

    /// <summary>How many rows there are on all pages.</summary>
    public required int All { get; init; }

    /// <summary>How many people they are of.</summary>
    public required int People { get; init; }

    /// <summary>Whether there is more than was read.</summary>
    public required bool IsCutOff { get; init; }

    public required AuditNames Names { get; init; }
}
