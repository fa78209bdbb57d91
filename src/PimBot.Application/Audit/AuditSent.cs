namespace PimBot.Application.Audit;

/// <summary>How a delivery went.</summary>
/// <param name="Count">How many of the entries are surely there, from the first on.</param>
/// <param name="Mark">To be given to the next delivery.</param>
/// <param name="Error">Why not all that was begun is there: a code or a sentence without secrets; null: it is.</param>
public sealed record AuditSent(int Count, string? Mark, string? Error);
