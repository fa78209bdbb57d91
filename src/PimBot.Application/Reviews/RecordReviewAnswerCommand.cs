using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>A reviewer answers about one member. It carries no authority.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Review">The review.</param>
/// <param name="Item">The item.</param>
/// <param name="Verdict">Approve, deny or don't know.</param>
/// <param name="Reason">The reviewer's words.</param>
public sealed record RecordReviewAnswerCommand(
    PersonId Actor,
    ReviewId Review,
    Guid Item,
    ReviewVerdict Verdict,
    string? Reason
);
