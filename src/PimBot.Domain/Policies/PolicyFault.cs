namespace PimBot.Domain.Policies;

/// <summary>One impossible setting of a policy.</summary>
/// <param name="Rule">The id of the published rule that it belongs to, such as <c>Expiration_EndUser_Assignment</c>.</param>
/// <param name="Code">What is wrong, as a code that stays.</param>
/// <param name="Words">What is wrong and what would be right, for people.</param>
public sealed record PolicyFault(string Rule, string Code, string Words);
