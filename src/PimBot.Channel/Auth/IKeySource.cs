namespace PimBot.Channel.Auth;

/// <summary>Where signing keys come from.</summary>
internal interface IKeySource
{
    /// <summary>The issuer's present keys; null when they could not be had. Never throws for what the network does.</summary>
    Task<SigningKeySet?> FetchAsync();
}
