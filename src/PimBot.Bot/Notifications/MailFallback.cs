using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Bot.Notifications;

/// <summary>Whoever can't be reached in chat gets the same word by mail, where mail is set up and the directory knows an address.</summary>
internal sealed class MailFallback(IMailSender sender)
{
    /// <summary>True: a mail is owed. The secondary address serves where an account has no mailbox, as privileged ones should not.</summary>
    public async Task<bool> OweAsync(
        IPimUnitOfWork work,
        PersonId person,
        Func<string, MailedNotice> notice,
        CancellationToken cancellation
    )
    {
        if (!sender.IsSetUp || await work.Directory.FindPersonAsync(person, cancellation) is not { } known)
        {
            return false;
        }

        var address = string.IsNullOrWhiteSpace(known.Mail) ? known.SecondaryMail : known.Mail;
        if (string.IsNullOrWhiteSpace(address))
        {
            return false;
        }

        work.Mail(notice(address) with { Person = person });
        return true;
    }
}
