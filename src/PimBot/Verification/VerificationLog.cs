namespace PimBot.Verification;

/// <summary>What operators read of verification: ids and codes; no token, no name, and nothing that the provider worded.</summary>
internal static partial class VerificationLog
{
    [LoggerMessage(
        1101,
        LogLevel.Warning,
        "Verification:PublicUrl is not set: nobody can verify, so roles whose policy requires MFA can't be activated."
    )]
    public static partial void NotAvailable(ILogger log);

    [LoggerMessage(1102, LogLevel.Warning, "The provider could not be used for request {Request}: {Code}.")]
    public static partial void ProviderUnavailable(ILogger log, Guid request, string code);

    [LoggerMessage(1103, LogLevel.Information, "A sign-in for request {Request} did not come to its end: {Code}.")]
    public static partial void NotCompleted(ILogger log, Guid request, string code);

    [LoggerMessage(1104, LogLevel.Warning, "An ID token for request {Request} is no proof: {Fault}.")]
    public static partial void NoProof(ILogger log, Guid request, SignInFault fault);
}
