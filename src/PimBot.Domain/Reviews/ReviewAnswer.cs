using PimBot.Domain.Access;

namespace PimBot.Domain.Reviews;

/// <summary>A reviewer's answer about one item.</summary>
/// <param name="Verdict">Approve, deny or don't know.</param>
/// <param name="By">The reviewer.</param>
/// <param name="At">When.</param>
/// <param name="Reason">The reviewer's words, inert; at most 1,000 characters, empty where none was required or given.</param>
/// <param name="IsBulk">Whether it was given with all recommended ones at once.</param>
public sealed record ReviewAnswer(
    ReviewVerdict Verdict,
    PersonId By,
    DateTimeOffset At,
    string Reason,
    bool IsBulk = false
);
