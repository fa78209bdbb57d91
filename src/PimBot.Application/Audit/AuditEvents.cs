using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Audit;

/// <summary>How requests and grants appear in the audit.</summary>
internal static class AuditEvents
{
    public static AuditEvent Of(
        AuditAction action,
        ActivationRequest request,
        PersonId? actor,
        string? reason = null,
        string? detail = null
    ) =>
        new()
        {
            Action = action,
            Actor = actor,
            Subject = request.Requester,
            Access = request.Access,
            Request = request.Id,
            Grant = request.Grant ?? request.Extends,
            Reason = reason ?? request.Ask.Justification,
            Ticket = request.Ask.Ticket?.ToString(),
            Detail = detail,
        };

    public static AuditEvent Of(AuditAction action, Grant grant, PersonId? actor, string? detail = null) =>
        new()
        {
            Action = action,
            Actor = actor,
            Subject = grant.Person,
            Access = grant.Access,
            Grant = grant.Id,
            Request = new RequestId(grant.Id.Value),
            Detail = detail,
        };

    public static AuditEvent Of(
        AuditAction action,
        AssignmentRequest request,
        PersonId? actor,
        string? detail = null,
        string? reason = null
    ) =>
        new()
        {
            Action = action,
            Actor = actor,
            Subject = request.Principal.Person,
            Group = request.Principal.Group,
            Access = request.Access,
            Request = request.Id,
            Reason = reason ?? request.Ask.Justification,
            Detail = detail,
        };

    public static AuditEvent Of(AuditAction action, Assignment assignment, string? detail = null) =>
        new()
        {
            Action = action,
            Subject = assignment.Person,
            Group = assignment.Group,
            Access = assignment.Access,
            Detail = detail is null ? $"{assignment.Id:D}" : $"{assignment.Id:D} {detail}",
        };

    /// <summary>Under the review's id as the request's, so that all about one review is read at once.</summary>
    public static AuditEvent Of(AuditAction action, AccessReview review, PersonId? actor, string? detail = null) =>
        new()
        {
            Action = action,
            Actor = actor,
            Access = review.Access,
            Request = new RequestId(review.Id.Value),
            Detail = $"review={review.Id}" + (detail is null ? "" : $" {detail}"),
        };

    public static AuditEvent Of(
        AuditAction action,
        AccessReview review,
        ReviewItem item,
        PersonId? actor,
        string? detail = null
    ) =>
        Of(action, review, actor) with
        {
            Subject = item.Principal.Person,
            Group = item.Principal.Group,
            Detail = $"review={review.Id} {item.Assignment:D}" + (detail is null ? "" : $" {detail}"),
        };

    /// <summary>The reason code and the broken rules' names.</summary>
    public static string Codes(Refusal refusal) =>
        refusal.Violations.Count == 0
            ? refusal.Code.ToString()
            : string.Join(',', refusal.Violations.Select(v => $"{v.Rule}:{v.Code}"));
}
