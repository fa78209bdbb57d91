using System.Security.Cryptography;
using System.Text;
using PimBot.Domain.Activations;

namespace PimBot.Verification;

/// <summary>The value of the parameter <c>state</c>: which request it is for, and a random secret of 256 bits that can be used once.</summary>
internal sealed record SignInState(RequestId Request, string Secret)
{
    private const char Separator = '.';
    private const int TicketLength = 32;

    public static SignInState NewFor(RequestId request) => new(request, RandomText.New());

    /// <summary>Null when it is none of ours.</summary>
    public static SignInState? Parse(string? text) =>
        text?.Length == TicketLength + 1 + RandomText.Length
        && text[TicketLength] == Separator
        && Guid.TryParseExact(text[..TicketLength], "N", out var request)
        && RandomText.IsOne(text[(TicketLength + 1)..])
            ? new(new RequestId(request), text[(TicketLength + 1)..])
            : null;

    /// <summary>What is kept of it; from that, nobody can make the state.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Secret)));

    public override string ToString() => $"{Request.Value:N}{Separator}{Secret}";
}
