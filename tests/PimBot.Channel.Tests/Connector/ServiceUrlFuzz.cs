using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using PimBot.Channel.Connector;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Connector;

/// <summary>
/// A million service URLs through the real connector client: no request leaves for anywhere but a listed host, judged by
/// an oracle of its own that reads URLs by a pattern and knows none of the guard's code.
/// </summary>
/// <remarks><c>PIMBOT_GUARD_URLS</c> sets another number, <c>PIMBOT_GUARD_SEED</c> another seed.</remarks>
[Collection(nameof(Alone))]
public sealed partial class ServiceUrlFuzz
{
    private static readonly HashSet<string> Listed = new(StringComparer.Ordinal)
    {
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "bots.contoso.example",
    };

    [Fact]
    public async Task No_request_leaves_for_a_host_that_is_not_listed()
    {
        var count = Number("PIMBOT_GUARD_URLS", 1_000_000);
        var seed = Number("PIMBOT_GUARD_SEED", 20260301);
        var network = new CountingNetwork();
        using var scene = new ConnectorScene(
            settings: new() { ["Channel:ServiceHosts:0"] = "bots.contoso.example" },
            network: network,
            logs: LogLevel.None
        );
        var urls = new ServiceUrlMutations(seed);
        var refused = 0;
        for (var i = 0; i < count; i++)
        {
            var url = urls.Next();
            network.Left = null;
            var outcome = await scene.SendAsync(ConnectorScene.Reference with { ServiceUrl = url });
            if (outcome.Kind == SendOutcomeKind.Delivered)
            {
                // One conversation may be sent 1,800 messages an hour.
                scene.Clock.Advance(TimeSpan.FromSeconds(3));
                Assert.True(
                    IsListed(url) && Leads(network.Left, url),
                    $"{url} was sent to {network.Left} (number {i}, seed {seed})"
                );
            }
            else
            {
                Assert.True(
                    network.Left is null,
                    $"{url} was refused and sent to {network.Left} (number {i}, seed {seed})"
                );
                refused++;
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{refused} of {count} refused");
        Assert.InRange(refused, count / 2, count - (count / 50));
    }

    /// <summary>What the oracle takes for a listed host: its plain name, whatever its case, after https, with no port but 443.</summary>
    private static bool IsListed(string url) =>
        PlainUrl().Match(url) is { Success: true } match
        && Listed.Contains(match.Groups["host"].Value.ToLowerInvariant());

    /// <summary>The request went to the host that the URL names, by TLS, at the usual port.</summary>
    private static bool Leads(string? left, string url) =>
        left is not null
        && left.StartsWith(
            "https://" + PlainUrl().Match(url).Groups["host"].Value.ToLowerInvariant() + "/",
            StringComparison.Ordinal
        );

    private static int Number(string variable, int usual) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : usual;

    [GeneratedRegex(
        @"\A[hH][tT][tT][pP][sS]://(?<host>[A-Za-z0-9.-]+)(:443)?(/[!-~-[\\?#]]*)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex PlainUrl();

    /// <summary>Answers everything, and keeps where the last request went.</summary>
    private sealed class CountingNetwork : HttpMessageHandler
    {
        public string? Left { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Left = request.RequestUri!.AbsoluteUri;
            return Task.FromResult(StubHandler.Json("""{"id":"sent-1"}"""));
        }
    }
}
