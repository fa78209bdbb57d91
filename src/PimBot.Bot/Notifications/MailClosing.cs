using PimBot.Application.Work;
using PimBot.Bot.Cards;

namespace PimBot.Bot.Notifications;

/// <summary>How a mail ends: what can be said in chat, and why it came by mail.</summary>
internal static class MailClosing
{
    private const string NothingByMail = "Nothing can be decided by mail, and answers to it are not read.";

    public static IReadOnlyList<string> OfDigest { get; } =
    ["Say “pending” to PimBot in chat to see what waits.", Why(null), NothingByMail];

    public static IReadOnlyList<string> OfAlert { get; } =
    ["Say “alerts” to PimBot in chat to see what to do.", Why(null), NothingByMail];

    public static IReadOnlyList<string> Of(NoticeKind kind, MailedNotice mail, string role)
    {
        var answer = kind switch
        {
            _ when mail.Person is null => null,
            NoticeKind.ApprovalAsked => "To decide, say “approvals” to PimBot in chat.",
            NoticeKind.EndIsNear => "For more time, say “extend” to PimBot in chat.",
            NoticeKind.RoleActivated or NoticeKind.RevocationDelayed => null,
            _ => "To see it, say “my requests” to PimBot in chat.",
        };
        return Make(answer, mail, role);
    }

    public static IReadOnlyList<string> Of(AssignmentWordView view, MailedNotice mail)
    {
        var answer = view.Notice.Kind switch
        {
            AssignmentNoticeKind.DecisionAsked when mail.Person is not null =>
                "To decide, say “pending” to PimBot in chat.",
            _ when !view.IsTheirs => null,
            AssignmentNoticeKind.EndIsNear or AssignmentNoticeKind.EndIsClose when view.Group is null =>
                $"For more time, say “extend my assignment of {view.Role.Name}” to PimBot in chat.",
            AssignmentNoticeKind.Ended when view.Group is null =>
                $"To have it again, say “renew {view.Role.Name}” to PimBot in chat.",
            _ when view.MayActivate => $"To use it, say “activate {view.Role.Name}” to PimBot in chat.",
            _ => null,
        };
        return Make(answer, mail, view.Role.Name);
    }

    public static IReadOnlyList<string> OfReview(ReviewNoticeFacts facts)
    {
        var answer = facts switch
        {
            { AsksForAnswers: true } => "To answer, say “reviews” to PimBot in chat.",
            { Notice.Kind: ReviewNoticeKind.Removed } => null,
            _ => "To see it, say “reviews” to PimBot in chat.",
        };
        return [.. new[] { answer, Why(null), NothingByMail }.OfType<string>()];
    }

    private static IReadOnlyList<string> Make(string? answer, MailedNotice mail, string role) =>
        [.. new[] { answer, Why(mail.Person is null ? role : null), NothingByMail }.OfType<string>()];

    private static string Why(string? role) =>
        role is null
            ? "You get this by mail because PimBot can’t reach you in chat. Write to it once, and it can."
            : $"You get this by mail because the settings of {role} name your address.";
}
