namespace PimBot.Channel.Auth;

/// <summary>Where signing keys come from.</summary>
internal interface IKeySource
{
    /// <summary>The keys that the metadata at <paramref name="metadata"/> leads to; null when they could not be had. Never throws for what the network does.</summary>
    Task<SigningKeySet?> FetchAsync(Uri metadata);
}
