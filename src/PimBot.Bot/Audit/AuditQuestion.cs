using PimBot.Bot.Commands;

namespace PimBot.Bot.Audit;

/// <summary>What must be asked back: which of several is meant.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Answers">The names to choose from, each with the question as it then reads.</param>
internal sealed record AuditQuestion(string Text, IReadOnlyList<(string Title, AuditAsked Asked)> Answers);
