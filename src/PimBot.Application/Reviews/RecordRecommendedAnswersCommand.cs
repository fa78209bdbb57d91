using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>A reviewer takes what is recommended for all that they review. It carries no authority.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Review">The review.</param>
/// <param name="Reason">The reviewer's words, for each of the answers.</param>
/// <param name="IsForAll">Whether answers that were given before are replaced; otherwise only what nobody answered is.</param>
public sealed record RecordRecommendedAnswersCommand(
    PersonId Actor,
    ReviewId Review,
    string? Reason,
    bool IsForAll = false
);
