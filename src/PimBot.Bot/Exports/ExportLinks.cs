using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Bot.Verification;

namespace PimBot.Bot.Exports;

/// <summary>
/// Links by which a person gets a file. The link is no secret and carries no authority: it leads to the page where people
/// verify, and only whoever signs in there as that person, with a second factor, is given a random key for the file. The
/// key works once, for 5 minutes; only its hash is kept. What may be in the file is decided when it is taken. Any replica
/// can do each step.
/// </summary>
public sealed class ExportLinks(AdministratorVerification verification)
{
    /// <summary>Documents under this prefix are forgotten when they are old.</summary>
    internal const string Prefix = "export/";

    private const int KeyBytes = 32;

    /// <summary>How long a key works.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <summary>Null: this host has no page where people verify.</summary>
    internal async Task<Uri?> ForAsync(IPimUnitOfWork work, ExportAsk ask, CancellationToken cancellation)
    {
        if (await verification.ExportLinkAsync(work, ask.Person, cancellation) is not { } link)
        {
            return null;
        }

        await WriteAsync(work, link.Ticket, ask, cancellation);
        return link.Page;
    }

    /// <summary>The person signed in: what they asked for, and the key for it. Null when nothing was asked for with this ticket.</summary>
    public static async Task<(ExportAsk Ask, string Key)?> OpenAsync(
        IPimUnitOfWork work,
        Guid ticket,
        CancellationToken cancellation
    )
    {
        if (await FindAsync(work, ticket, cancellation) is not { KeyHash: null } ask)
        {
            return null;
        }

        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        await WriteAsync(work, ticket, ask with { KeyHash = HashOf(key), SignedInAt = work.Now }, cancellation);
        return (ask, key);
    }

    /// <summary>Takes what was asked for, once; null when the key is wrong, used, or too old.</summary>
    public static async Task<ExportAsk?> TakeAsync(
        IPimUnitOfWork work,
        Guid ticket,
        string key,
        CancellationToken cancellation
    )
    {
        if (
            await FindAsync(work, ticket, cancellation) is not { KeyHash: { } expected, SignedInAt: { } at } ask
            || !CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(HashOf(key)),
                Encoding.ASCII.GetBytes(expected)
            )
        )
        {
            return null;
        }

        await work.Bot.DeleteAsync(KeyOf(ticket), cancellation);
        return work.Now - at < Lasts ? ask : null;
    }

    private static async Task<ExportAsk?> FindAsync(IPimUnitOfWork work, Guid ticket, CancellationToken cancellation) =>
        await work.Bot.ReadAsync(KeyOf(ticket), cancellation) is { } json
            ? JsonSerializer.Deserialize<ExportAsk>(json, JsonSerializerOptions.Web)
            : null;

    private static Task WriteAsync(IPimUnitOfWork work, Guid ticket, ExportAsk ask, CancellationToken cancellation) =>
        work.Bot.WriteAsync(KeyOf(ticket), JsonSerializer.Serialize(ask, JsonSerializerOptions.Web), cancellation);

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string KeyOf(Guid ticket) => $"{Prefix}{ticket:N}";
}
