using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Bot.People;

namespace PimBot.Bot.Notifications;

/// <summary>Writes the mail of a notice from the present state: what the card of the same notice says.</summary>
internal sealed class MailComposer(
    NoticeReader requests,
    AssignmentNoticeReader assignments,
    AlertNoticeReader alerts,
    DigestReader digests
)
{
    /// <summary>Null: what it was about is gone or has become untrue, and nothing is sent.</summary>
    public async Task<OutgoingMail?> ComposeAsync(
        IPimUnitOfWork work,
        MailedNotice mail,
        CancellationToken cancellation
    )
    {
        var chat = mail.Person is { } person ? await PersonChats.FindAsync(work, person, cancellation) : null;
        var zone = chat?.TimeZone ?? TimeZoneInfo.Utc;
        return mail switch
        {
            { OfRequest: { } about } => await OfRequestAsync(work, mail, about, zone, cancellation),
            { OfAssignment: { } about } => await OfAssignmentAsync(work, mail, about, cancellation),
            { OfAlert: { } about } => await alerts.CardAsync(work, about, zone, cancellation) is { } alert
                ? MailPage.For(mail.Id, mail.Address, AlertNoticeReader.Subject(about.Kind), alert, MailClosing.OfAlert)
                : null,
            { OfReview: { } about } => await OfReviewAsync(work, mail, about, cancellation),
            { Person: { } reader } => await digests.CardAsync(work, reader, zone, cancellation) is { } card
                ? MailPage.For(mail.Id, mail.Address, DigestReader.Subject, card, MailClosing.OfDigest)
                : null,
            _ => null,
        };
    }

    private async Task<OutgoingMail?> OfRequestAsync(
        IPimUnitOfWork work,
        MailedNotice mail,
        RequestMail about,
        TimeZoneInfo zone,
        CancellationToken cancellation
    )
    {
        if (
            await RequestReader.ViewAsync(work, about.Request, cancellation) is not { } view
            || NoticeFacts.IsOvertaken(about.Kind, view)
        )
        {
            return null;
        }

        var (card, _) = await requests.RenderAsync(work, about.Kind, view, zone, cancellation);
        var summary = NoticeFacts.SummaryOf(about.Kind, view);
        var subject = about.Kind is NoticeKind.RequestChanged ? $"Your request for {summary}" : summary;
        return MailPage.For(mail.Id, mail.Address, subject, card, MailClosing.Of(about.Kind, mail, view.Role.Name));
    }

    private static async Task<OutgoingMail?> OfReviewAsync(
        IPimUnitOfWork work,
        MailedNotice mail,
        ReviewNotice about,
        CancellationToken cancellation
    ) =>
        await ReviewNoticeReader.ReadAsync(work, about, cancellation) is { } facts
            ? MailPage.For(mail.Id, mail.Address, facts.Summary, facts.Card, MailClosing.OfReview(facts))
            : null;

    private async Task<OutgoingMail?> OfAssignmentAsync(
        IPimUnitOfWork work,
        MailedNotice mail,
        AssignmentNotice about,
        CancellationToken cancellation
    )
    {
        var notice = about with { Person = mail.Person, Address = mail.Person is null ? mail.Address : null };
        var facts = await assignments.ReadAsync(work, notice, cancellation);
        return facts is null or { IsPointless: true }
            ? null
            : MailPage.For(mail.Id, mail.Address, facts.Summary, facts.Card, MailClosing.Of(facts.View, mail));
    }
}
