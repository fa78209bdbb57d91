using PimBot.Domain.Access;

namespace PimBot.Bot.Verification;

/// <summary>That an administrator was asked to prove to be themselves.</summary>
/// <param name="Person">Who.</param>
/// <param name="At">When they were asked.</param>
/// <param name="IsAnswered">Whether they did.</param>
/// <param name="IsForExport">Whether they asked for a file: the proof counts for that file, and for nothing else.</param>
public sealed record AdministratorQuestion(
    PersonId Person,
    DateTimeOffset At,
    bool IsAnswered,
    bool IsForExport = false
);
