using PimBot.Domain.Audit;

namespace PimBot.Verification;

/// <summary>How what happens on the verification page appears in the audit.</summary>
internal static class VerificationOrigin
{
    private const string Source = "verification";

    /// <param name="ticket">The request, or the question to an administrator, that is verified.</param>
    public static AuditOrigin Of(Guid ticket) => new(Source, $"{ticket:D}");
}
