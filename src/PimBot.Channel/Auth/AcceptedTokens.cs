using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PimBot.Channel.Auth;

/// <summary>
/// The newest tokens whose signature held, by their hash. The channel sends one token for about an hour, so that its
/// requests need no work of the kind that a flood of bad tokens keeps busy. What is remembered is the signature alone,
/// and of one fetched key: every claim is judged at each request, and a key that was fetched anew is a new key.
/// </summary>
/// <remarks>Only a trusted issuer can make an entry, and there are never more than twice <see cref="MostOfGeneration"/>.</remarks>
internal sealed class AcceptedTokens
{
    public const int MostOfGeneration = 2048;

    private readonly Lock gate = new();
    private Dictionary<TokenHash, SigningKey> present = [];
    private Dictionary<TokenHash, SigningKey> past = [];

    public int Count
    {
        get
        {
            lock (gate)
            {
                return present.Count + past.Count;
            }
        }
    }

    public bool Contains(TokenHash token, SigningKey key)
    {
        lock (gate)
        {
            if (present.TryGetValue(token, out var held))
            {
                return ReferenceEquals(held, key);
            }

            if (past.TryGetValue(token, out held) && ReferenceEquals(held, key))
            {
                Put(token, key);
                return true;
            }

            return false;
        }
    }

    public void Add(TokenHash token, SigningKey key)
    {
        lock (gate)
        {
            Put(token, key);
        }
    }

    private void Put(TokenHash token, SigningKey key)
    {
        if (present.Count >= MostOfGeneration)
        {
            (past, present) = (present, []);
        }

        present[token] = key;
    }

    /// <summary>SHA-256 of the whole token, signature included.</summary>
    internal readonly record struct TokenHash(UInt128 High, UInt128 Low)
    {
        /// <param name="token">ASCII, as its form was checked.</param>
        public static TokenHash Of(ReadOnlySpan<byte> token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(token, hash);
            return new(BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
        }
    }
}
