using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>A review in numbers.</summary>
public sealed record ReviewTotals
{
    /// <summary>How many items there are.</summary>
    public required int Items { get; init; }

    /// <summary>How many of them somebody answered.</summary>
    public required int Answered { get; init; }

    /// <summary>How many items have each answer; what nobody answered is missing.</summary>
    public required IReadOnlyDictionary<ReviewVerdict, int> Answers { get; init; }

    /// <summary>How many items have each result; what none has is missing.</summary>
    public required IReadOnlyDictionary<ReviewItemResult, int> Results { get; init; }

    public int Of(ReviewItemResult result) => Results.GetValueOrDefault(result);

    public int Of(ReviewVerdict answer) => Answers.GetValueOrDefault(answer);
}
