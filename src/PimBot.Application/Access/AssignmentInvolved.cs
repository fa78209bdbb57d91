using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Who may not decide on a request: who asked, whose assignment it is, and who denied it in the review that asks for its removal.</summary>
internal static class AssignmentInvolved
{
    public static async Task<IReadOnlyList<PersonId>> OfAsync(
        IPimUnitOfWork work,
        AssignmentRequest request,
        CancellationToken cancellation
    ) =>
        request.Review is { } review
        && await work.ReviewItems.FindAsync(review, request.Assignment, cancellation) is { Answer.By: var reviewer }
            ? [.. request.Involved, reviewer]
            : request.Involved;
}
