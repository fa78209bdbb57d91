using PimBot.Api.Access;
using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;

namespace PimBot.Api.Approvals;

/// <summary>Finds what waits for the caller, by the approvers and administrators of this moment.</summary>
internal static class ApprovalReader
{
    private const int Most = 1000;
    private const string OfActivation = "activation";

    /// <summary>Everything that the caller could decide on now, oldest first.</summary>
    public static async Task<IReadOnlyList<ApprovalResource>> ListAsync(
        IPimUnitOfWork work,
        Viewer viewer,
        CancellationToken cancellation
    )
    {
        var found = new List<ApprovalResource>();
        foreach (var view in await RequestReader.ToDecideAsync(work, viewer.Person.Id, Most, cancellation))
        {
            found.Add(Of(view.Request));
        }

        foreach (var request in await work.AssignmentRequests.PendingAsync(Most, cancellation))
        {
            if (await MayDecideAsync(work, viewer, request, cancellation))
            {
                found.Add(Of(request));
            }
        }

        return [.. found.OrderBy(a => a.Request.CreatedDateTime).ThenBy(a => a.Id, StringComparer.Ordinal)];
    }

    public static ApprovalResource Of(ActivationRequest request) =>
        Of(
            ScheduleRequestResource.Of(request),
            OfActivation,
            request.State is RequestState.PendingApproval,
            request.Decision,
            request.DecideBy
        );

    public static ApprovalResource Of(AssignmentRequest request) =>
        Of(
            ScheduleRequestResource.Of(request),
            Names.Of(request.WaitsFor ?? PendingReason.AdministratorDecision),
            request.IsPending,
            request.Decision,
            request.DecideBy
        );

    private static ApprovalResource Of(
        ScheduleRequestResource request,
        string kind,
        bool isPending,
        ApprovalDecision? decision,
        DateTimeOffset? decideBy
    ) =>
        new()
        {
            Id = request.Id!,
            Kind = kind,
            Status = isPending ? "InProgress" : "Completed",
            ReviewResult = decision?.Verdict.ToString() ?? "NotReviewed",
            Justification = decision?.Reason,
            ReviewedBy = decision is null ? null : IdentitySet.Of(decision.By),
            ReviewedDateTime = decision?.At,
            DecideBy = decideBy,
            Request = request,
            ETag = request.ETag!,
        };

    // With any reason at all: whether one is given is the decision's own matter.
    private static async Task<bool> MayDecideAsync(
        IPimUnitOfWork work,
        Viewer viewer,
        AssignmentRequest request,
        CancellationToken cancellation
    )
    {
        var involved = await work.Directory.PeopleAsync(
            [.. new[] { request.CreatedBy, request.Principal.Person }.OfType<PersonId>().Distinct()],
            cancellation
        );
        return AssignmentRequestLife.MayDecide(
            request,
            viewer.Right(request.Access),
            viewer.Person,
            involved,
            "-",
            work.Now
        )
            is null;
    }
}
