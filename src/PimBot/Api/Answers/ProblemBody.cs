namespace PimBot.Api.Answers;

/// <summary>The form of a problem, for the API's description; <see cref="ApiProblem"/> writes it.</summary>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What was wrong and what would be right, for people.</param>
/// <param name="Code">An error code that stays.</param>
/// <param name="Reasons">Every reason, where rules are the cause.</param>
/// <param name="Place">Where in the body or the query the fault is.</param>
internal sealed record ProblemBody(
    string Title,
    int Status,
    string Detail,
    string Code,
    IReadOnlyList<ProblemReason> Reasons,
    string? Place
);
