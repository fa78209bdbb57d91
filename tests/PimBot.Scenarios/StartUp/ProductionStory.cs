using System.Net;

namespace PimBot.Scenarios.StartUp;

public sealed class ProductionStory
{
    [Fact]
    public async Task Production_does_not_start_without_an_identity()
    {
        using var someone = new Operator();
        var settings = someone.Settings;
        foreach (var key in settings.Keys.Where(key => key.StartsWith("Bot:", StringComparison.Ordinal)).ToList())
        {
            settings.Remove(key);
        }

        var errors = await someone.StartsInVain(settings);

        Assert.Contains(errors, line => line.Contains("Bot:AppId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Production_does_not_start_with_a_dangerous_switch()
    {
        using var someone = new Operator();

        var errors = await someone.StartsInVain(
            someone.SettingsWith("Channel:DangerouslyAllowUnauthenticatedLoopback", "true")
        );

        Assert.Contains(
            "Channel:DangerouslyAllowUnauthenticatedLoopback is 'true'; allowed outside Development is false.",
            errors[0],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/.well-known/openidconfiguration")]
    [InlineData("http://login.botframework.com/v1/.well-known/openidconfiguration")]
    public async Task Production_does_not_believe_keys_that_come_over_http(string metadata)
    {
        using var someone = new Operator();
        var settings = someone.SettingsWith("Channel:OpenIdMetadata", metadata);
        settings["Channel:Issuer"] = "https://issuer.example";

        var errors = await someone.StartsInVain(settings);

        Assert.Contains($"Channel:OpenIdMetadata is '{metadata}'", errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Production_nothing_of_the_playground_exists()
    {
        using var someone = new Operator();
        using var process = await someone.Starts(someone.Settings, "Production");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{someone.Port}") };

        foreach (
            var path in new[]
            {
                "/",
                "/index.html",
                "/playground",
                "/playground/",
                "/playground/people",
                "/playground/clock",
                "/verify/3c9d4f1e6a524b0e9d6b2f8f7a1b5c01",
                "/api/access?person=a11ce000-0000-4000-8000-000000000001",
                "/.well-known/openidconfiguration",
            }
        )
        {
            using var answer = await http.GetAsync(
                new Uri(path, UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{path}: {answer.StatusCode}");
        }

        foreach (var path in new[] { "/verify/3c9d4f1e6a524b0e9d6b2f8f7a1b5c01/pass", "/playground/clock" })
        {
            using var answer = await http.PostAsync(
                new Uri(path, UriKind.Relative),
                content: null,
                TestContext.Current.CancellationToken
            );
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"POST {path}: {answer.StatusCode}");
        }

        using var ready = await http.GetAsync(
            new Uri("/health/ready", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        using var unsigned = await http.PostAsync(
            new Uri("/api/messages", UriKind.Relative),
            new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
    }

    [Fact]
    public async Task The_playground_listens_on_loopback_only()
    {
        using var someone = new Operator();

        var errors = await someone.StartsInVain(
            new Dictionary<string, string>
            {
                ["urls"] = "http://0.0.0.0:5999",
                ["ConnectionStrings:PimBot"] = $"Data Source={someone.Database}",
            },
            "Development"
        );

        Assert.Contains("urls is 'http://0.0.0.0:5999'", Assert.Single(errors), StringComparison.Ordinal);
    }
}
