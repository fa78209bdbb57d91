namespace PimBot.Channel.Auth;

/// <summary>A trust profile and its keys.</summary>
internal sealed record TrustRow(TrustProfile Profile, SigningKeyCache Keys);
