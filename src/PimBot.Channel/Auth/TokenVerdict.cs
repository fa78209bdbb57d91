namespace PimBot.Channel.Auth;

/// <summary>Either <paramref name="Refusal"/> is set, or the request may go on.</summary>
/// <param name="Token">Null for a request that was taken without a token from loopback.</param>
internal readonly record struct TokenVerdict(AuthReason? Refusal, VerifiedToken? Token)
{
    public static TokenVerdict Refused(AuthReason reason) => new(reason, null);
}
