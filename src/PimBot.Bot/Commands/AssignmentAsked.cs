using PimBot.Domain.Access;

namespace PimBot.Bot.Commands;

/// <summary>
/// What was said about an assignment; null where nothing was said. Which of the <see cref="Parts"/> is the role, which the
/// person or group and which the place can only be told by who knows the names.
/// </summary>
internal sealed record AssignmentAsked(TypedText Typed, IReadOnlyList<AskedPart> Parts)
{
    public AssignmentType? Type { get; init; }

    public PeriodAsked? Period { get; init; }

    /// <summary>After the moment of asking; null: at once.</summary>
    public DateTimeOffset? Start { get; init; }

    public string? Justification { get; init; }

    /// <summary>The reason was put in quotes, so that nothing else is looked for in it.</summary>
    public bool QuotesReason { get; init; }

    /// <summary>The words at the end of the reason that may be how long, where that was said nowhere else.</summary>
    public string? PeriodInReason { get; init; }

    /// <summary>What was wrong with the time that was said, and what to type.</summary>
    public string? Fault { get; init; }

    /// <summary>How the time was understood, where it could have meant something else.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The exact characters of the parts from..to.</summary>
    public string Text(int from, int to) => Typed.Exactly(Parts[from].From, Parts[to - 1].To);

    public string Text(int part) => Text(part, part + 1);
}
