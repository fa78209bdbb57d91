using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PimBot.Channel.Http;
using PimBot.Channel.Settings;

namespace PimBot.Channel.Connector;

/// <summary>Installs by Microsoft Graph. Trying again is nobody's: whoever can't be given the app stays unreachable.</summary>
internal sealed class AppInstaller(
    IHttpClientFactory clients,
    ChannelTrust trust,
    TimeProvider time,
    ILogger<AppInstaller> logger
) : IAppInstaller
{
    private const int LargestAnswer = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<bool> InstallAsync(string directoryId, CancellationToken cancellation)
    {
        if (trust.TeamsApp is not { } app || !Guid.TryParseExact(directoryId, "D", out var person))
        {
            return false;
        }

        var fault = await FaultAsync(person, app, cancellation);
        if (fault is null)
        {
            ConnectorLog.AppInstalled(logger, person);
        }
        else
        {
            ConnectorLog.AppNotInstalled(logger, person, fault);
        }

        return fault is null;
    }

    /// <summary>Null: the app is there.</summary>
    private async Task<string?> FaultAsync(Guid person, Guid app, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using var client = clients.CreateClient(ChannelHttpClients.Graph);
            using var request = Request(person, app);
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                either.Token
            );
            return response.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict
                ? null
                : $"{(int)response.StatusCode} {await CodeAsync(response, either.Token)}".TrimEnd();
        }
        catch (Exception e)
        {
            cancellation.ThrowIfCancellationRequested();
            return e is OutboundTokenException ? $"no token: {e.Message}" : e.GetType().Name;
        }
    }

    private HttpRequestMessage Request(Guid person, Guid app)
    {
        var graph = $"https://{trust.GraphHost}/v1.0";
        var body = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["teamsApp@odata.bind"] = $"{graph}/appCatalogs/teamsApps/{app:D}",
        };
        return new HttpRequestMessage(HttpMethod.Post, $"{graph}/users/{person:D}/teamwork/installedApps")
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        return await BoundedContent.ReadAsync(stream, LargestAnswer, cancellation) is { } body
            ? ErrorCode.Read(body)
            : null;
    }
}
