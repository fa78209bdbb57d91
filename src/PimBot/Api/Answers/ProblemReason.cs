namespace PimBot.Api.Answers;

/// <summary>One reason of a refusal.</summary>
/// <param name="Rule">The policy's rule that is broken, as PIM's API names it; null when none is.</param>
/// <param name="Code">The reason's code, which stays.</param>
/// <param name="Message">The sentence that the chat says, too.</param>
internal sealed record ProblemReason(string? Rule, string Code, string Message);
