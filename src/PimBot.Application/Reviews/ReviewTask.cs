using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>A review that somebody takes part in as a reviewer.</summary>
/// <param name="Review">The review.</param>
/// <param name="Role">Its role.</param>
/// <param name="Scope">Its scope.</param>
/// <param name="Progress">How far the reviewer has come.</param>
public sealed record ReviewTask(AccessReview Review, Role Role, Scope Scope, ReviewProgress Progress);
