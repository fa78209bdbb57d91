using System.Buffers.Text;
using System.Security.Cryptography;

namespace PimBot.Verification;

/// <summary>256 random bits in base64url: states, nonces, and the mark of a browser.</summary>
internal static class RandomText
{
    private const int Bytes = 32;

    /// <summary>In characters.</summary>
    public const int Length = 43;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether it has the form of one.</summary>
    public static bool IsOne(string? text) =>
        text?.Length == Length && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
