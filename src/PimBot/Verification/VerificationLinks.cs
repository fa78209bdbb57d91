using PimBot.Bot.Verification;
using PimBot.Domain.Activations;

namespace PimBot.Verification;

/// <summary>Links to the verification page. The link is no secret and carries no authority: the page finds out who verifies.</summary>
internal sealed class VerificationLinks(VerificationSettings settings) : IVerificationLinks
{
    public Uri For(Guid ticket) => settings.PageOf(new RequestId(ticket));
}
