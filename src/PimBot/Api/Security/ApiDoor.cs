using Microsoft.Extensions.Options;
using PimBot.Channel.Auth;
using PimBot.Channel.Endpoint;
using PimBot.Channel.Settings;
using PimBot.Domain.Audit;

namespace PimBot.Api.Security;

/// <summary>The API's own table of those whom it believes, and how fast each of them may go.</summary>
internal sealed class ApiDoor
{
    private readonly TokenCheck tokens;
    private readonly RateMeter? persons;

    public ApiDoor(
        IOptions<ApiOptions> api,
        IOptions<BotOptions> bot,
        IOptions<ChannelOptions> channel,
        (IKeySource Keys, SignatureCheck Signature) checks,
        TimeProvider time
    )
    {
        var options = api.Value;
        var cloud = CloudProfile.Of(channel.Value.Cloud ?? ChannelCloud.Public);
        var profiles = TrustProfiles.OfPeople(cloud, bot.Value.TenantId!, options.OpenIdMetadata, options.Scope);
        var table = new TrustTable(options.Audience ?? bot.Value.AppId, profiles, checks.Keys, time);
        tokens = new TokenCheck(table, checks.Signature, time);
        persons = options.PersonPerMinute == 0 ? null : new RateMeter(options.PersonPerMinute, time);
    }

    /// <summary>The caller, or why the token is refused.</summary>
    public async Task<(ApiCaller? Caller, AuthReason? Refusal)> IdentifyAsync(HttpContext context)
    {
        var verdict = await tokens.CheckAsync(context);
        return verdict is { Token.Person: { ObjectId: { } id } person }
            ? (new ApiCaller(new(id), person, OriginOf(context)), null)
            : (null, verdict.Refusal ?? AuthReason.NotAPerson);
    }

    /// <summary>Null: counted, go on. Otherwise how long to wait.</summary>
    public TimeSpan? WaitFor(ApiCaller caller) => persons?.WaitFor(caller.Id.Value);

    private static AuditOrigin OriginOf(HttpContext context) =>
        new($"api:{context.Connection.RemoteIpAddress?.ToString() ?? "unknown"}", context.TraceIdentifier);
}
