using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace PimBot.Channel.Auth;

/// <summary>One key of an issuer, and the channels that it may vouch for.</summary>
/// <param name="parameters">The public key.</param>
/// <param name="keyId">Its <c>kid</c>.</param>
/// <param name="endorsements">Of the channel's keys; others have none.</param>
internal sealed class SigningKey(RSAParameters parameters, string keyId, FrozenSet<string> endorsements)
{
    /// <summary>Importing a key costs as much as using it, and one instance is not for two threads at once.</summary>
    private readonly ConcurrentBag<RSA> instances = [];

    /// <summary>For the library.</summary>
    public RsaSecurityKey Key { get; } = new(parameters) { KeyId = keyId };

    public FrozenSet<string> Endorsements => endorsements;

    /// <summary>RS256, without any reading of the token.</summary>
    public bool Verifies(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        var rsa = instances.TryTake(out var idle) ? idle : RSA.Create(parameters);
        try
        {
            return rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        finally
        {
            instances.Add(rsa);
        }
    }
}
