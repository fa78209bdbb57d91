using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Domain.Activations;

namespace PimBot.Verification;

/// <summary>Sign-ins that were begun, as documents of the bot's memory: any replica can take the answer.</summary>
internal static class PendingSignIns
{
    /// <summary>Documents under this prefix are forgotten when they are older than <see cref="Lifetime"/>.</summary>
    public const string Prefix = "verify/";

    /// <summary>How many may be open for one request; the oldest gives way, so that a link can't fill the memory.</summary>
    public const int MostOpen = 10;

    /// <summary>How long somebody may take at the provider.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public static async Task KeepAsync(
        IPimUnitOfWork work,
        SignInState state,
        PendingSignIn pending,
        CancellationToken cancellation
    )
    {
        var open = (await work.Bot.ListAsync(PrefixOf(state.Request), cancellation))
            .OrderByDescending(document => Read(document.Value).BegunAt)
            .ThenBy(document => document.Key, StringComparer.Ordinal);
        foreach (var superfluous in open.Skip(MostOpen - 1))
        {
            await work.Bot.DeleteAsync(superfluous.Key, cancellation);
        }

        var json = JsonSerializer.Serialize(pending, JsonSerializerOptions.Web);
        await work.Bot.WriteAsync(KeyOf(state), json, cancellation);
    }

    /// <summary>Whether anything was begun with this state: a look that costs no write, for what anybody may send.</summary>
    public static async Task<bool> IsKnownAsync(
        IPimUnitOfWork work,
        SignInState state,
        CancellationToken cancellation
    ) => await work.Bot.ReadAsync(KeyOf(state), cancellation) is not null;

    /// <summary>Takes it out: of several who use one state, the first to commit gets it. Null when there is none, or it is too old.</summary>
    public static async Task<PendingSignIn?> TakeAsync(
        IPimUnitOfWork work,
        SignInState state,
        CancellationToken cancellation
    )
    {
        if (await work.Bot.ReadAsync(KeyOf(state), cancellation) is not { } json)
        {
            return null;
        }

        await work.Bot.DeleteAsync(KeyOf(state), cancellation);
        var pending = Read(json);
        return work.Now - pending.BegunAt < Lifetime ? pending : null;
    }

    private static PendingSignIn Read(string json) =>
        JsonSerializer.Deserialize<PendingSignIn>(json, JsonSerializerOptions.Web)!;

    private static string KeyOf(SignInState state) => PrefixOf(state.Request) + state.Hash;

    private static string PrefixOf(RequestId request) => $"{Prefix}{request.Value:N}/";
}
