using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;
using PimBot.Bot.Notifications;

namespace PimBot.Mail;

/// <summary>
/// Sends by SMTP, one connection a mail and few at a time. TLS is required unless the settings say otherwise: a server
/// that does not offer it, or whose certificate is not trusted, gets nothing.
/// </summary>
internal sealed class SmtpMailSender(IOptions<MailOptions> settings, TimeProvider time) : IMailSender, IDisposable
{
    private const int MostAtOnce = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim turns = new(MostAtOnce, MostAtOnce);

    public bool IsSetUp => settings.Value.Host is not null;

    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (!MailOptionsValidator.IsAddress(mail.To))
        {
            return new MailOutcome(MailOutcomeKind.Refused, "no-address");
        }

        await turns.WaitAsync(cancellation);
        try
        {
            return await AttemptAsync(mail, cancellation);
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();

    private async Task<MailOutcome> AttemptAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            using var message = Make(mail);
            using var client = Client();
            await client.SendMailAsync(message, enough.Token);
            return new MailOutcome(MailOutcomeKind.Taken);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new MailOutcome(MailOutcomeKind.TryAgain, "timeout");
        }
        catch (SmtpException failure)
        {
            return Judge(failure);
        }
    }

    // Without a lasting answer of the server it may be there tomorrow: only what it says about this mail is final.
    private static MailOutcome Judge(SmtpException failure) =>
        failure.StatusCode
            is SmtpStatusCode.MailboxUnavailable
                or SmtpStatusCode.MailboxNameNotAllowed
                or SmtpStatusCode.UserNotLocalTryAlternatePath
                or SmtpStatusCode.TransactionFailed
            ? new MailOutcome(MailOutcomeKind.Refused, failure.StatusCode.ToString())
            : new MailOutcome(MailOutcomeKind.TryAgain, failure.StatusCode.ToString());

    private MailMessage Make(OutgoingMail mail)
    {
        var message = new MailMessage
        {
            From = new MailAddress(settings.Value.From!, "PimBot", Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(mail.To));
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{message.From.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.AlternateViews.Add(
            AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html)
        );
        return message;
    }

    private SmtpClient Client()
    {
        var options = settings.Value;
        return new SmtpClient(options.Host, options.Port)
        {
            EnableSsl = !options.DangerouslyWithoutTls,
            UseDefaultCredentials = false,
            Credentials = options.User is null ? null : new NetworkCredential(options.User, options.Password),
        };
    }
}
