using PimBot.Domain.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>A review as somebody who administers or views its scope sees it.</summary>
internal sealed record AdministeredReview
{
    public required ReviewView View { get; init; }

    /// <summary>Whether the reader may change anything about it.</summary>
    public bool MayManage { get; init; }

    /// <summary>Who reviews, in words: "Bob Berg and Carol Castillo", "Members themselves".</summary>
    public required string Reviewers { get; init; }

    /// <summary>Names of the reviewers who still owe answers, while it runs.</summary>
    public IReadOnlyList<string> Owing { get; init; } = [];

    /// <summary>When the next occurrence begins, where another one than this lies ahead.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>Whether further occurrences of the series are to begin.</summary>
    public bool HasMoreToCome =>
        Next is not null
        || View.Review is { State: ReviewState.NotStarted, Settings.Recurrence.Pattern: not RecurrencePattern.OneTime };

    /// <summary>Who would lose it when the results are applied, the first ones by name.</summary>
    public IReadOnlyList<string> Losing { get; init; } = [];
}
