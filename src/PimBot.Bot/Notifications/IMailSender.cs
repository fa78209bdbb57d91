namespace PimBot.Bot.Notifications;

/// <summary>Sends mails. The host knows the server.</summary>
public interface IMailSender
{
    /// <summary>Whether there is a server at all; otherwise nothing is ever sent.</summary>
    bool IsSetUp { get; }

    /// <summary>Makes one attempt. Does not throw for what a server or network does.</summary>
    Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation);
}
