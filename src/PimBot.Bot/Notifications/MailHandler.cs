using System.Text.Json;
using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Notifications;

/// <summary>Sends mails that are owed, each once. What the server does not take in two days is given up, and audited.</summary>
internal sealed class MailHandler(IPimStore store, IMailSender sender, MailComposer composer) : IOutboxHandler
{
    /// <summary>Documents under this prefix are forgotten when they are old.</summary>
    public const string Prefix = "mailed/";

    /// <summary>With the outbox's pauses: about two days.</summary>
    private const int MostAttempts = 600;

    public string Kind => OutboxKinds.Mail;

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var mail = JsonSerializer.Deserialize<MailedNotice>(message.Payload, JsonSerializerOptions.Web)!;
        if (!sender.IsSetUp)
        {
            return GivenUp(mail, "not-set-up");
        }

        if (await store.ReadAsync((work, stop) => ComposeAsync(work, mail, stop), cancellation) is not { } outgoing)
        {
            return OutboxResult.Done;
        }

        var outcome = await sender.SendAsync(outgoing, cancellation);
        var code = outcome.Code ?? outcome.Kind.ToString();
        return outcome.Kind switch
        {
            MailOutcomeKind.Taken => OutboxResult.DoneAnd((work, stop) => work.Bot.WriteAsync(KeyOf(mail), "{}", stop)),
            MailOutcomeKind.TryAgain when message.Attempts < MostAttempts => new OutboxResult(code),
            _ => GivenUp(mail, code),
        };
    }

    private async Task<OutgoingMail?> ComposeAsync(
        IPimUnitOfWork work,
        MailedNotice mail,
        CancellationToken cancellation
    ) =>
        await work.Bot.ReadAsync(KeyOf(mail), cancellation) is null
            ? await composer.ComposeAsync(work, mail, cancellation)
            : null;

    private static OutboxResult GivenUp(MailedNotice mail, string code) =>
        OutboxResult.DoneAnd((work, stop) => GiveUpAsync(work, mail, code, stop));

    private static async Task GiveUpAsync(
        IPimUnitOfWork work,
        MailedNotice mail,
        string code,
        CancellationToken cancellation
    )
    {
        var request = mail.OfRequest is { } about ? await work.Requests.FindAsync(about.Request, cancellation) : null;
        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.NotificationFailed,
                Subject = mail.Person,
                Access = request?.Access ?? mail.OfAssignment?.Access,
                Request = mail.OfRequest?.Request ?? mail.OfAssignment?.Request,
                Detail = $"mail to {mail.Address}: {KindOf(mail)}: {code}",
            }
        );
        if (mail.OfReview is { } review)
        {
            await ReviewNoticeRecord.UnreachableAsync(work, review, code, cancellation);
        }

        if (mail is { Person: { } person, OfRequest.Kind: NoticeKind.ApprovalAsked } && request is not null)
        {
            await NoticeRecord.ApproverUnreachableAsync(work, request, person, code, cancellation);
        }
    }

    private static string KindOf(MailedNotice mail) =>
        mail.OfRequest?.Kind.ToString()
        ?? mail.OfAssignment?.Kind.ToString()
        ?? mail.OfAlert?.Kind.ToString()
        ?? mail.OfReview?.Kind.ToString()
        ?? "Digest";

    private static string KeyOf(MailedNotice mail) => $"{Prefix}{mail.Id:N}";
}
