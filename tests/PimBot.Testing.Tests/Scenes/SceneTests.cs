using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Sdk;

namespace PimBot.Testing.Tests;

public sealed class SceneTests
{
    private static readonly SceneOptions Tiny = new()
    {
        DirectoryFile = RepositoryRoot.File("tests/PimBot.Testing.Tests/Scenes/people.json"),
        StartHost = TinyBotHost.StartAsync,
    };

    [Fact]
    public async Task A_person_speaks_and_reads_the_answer_as_text()
    {
        await using var scene = await Scene.StartAsync(Tiny);
        await scene.Alice.Says("hello");

        scene.Alice.Sees("how are you, Alice Andersson?");
        scene.Alice.DoesNotSee("Bob");
        scene.Bob.DoesNotSee("question");
        Assert.Equal(["Later", "Send"], scene.Alice.Buttons);
        Assert.Equal(
            """
            Question 1
            How are you, Alice Andersson?
            Until: 11:00
            [Later]
            (Never)
            [Say how]
              [Why: ]
              [Mood: Good]
              [Send]
            """,
            scene.Alice.ReadsLast()
        );
    }

    [Fact]
    public async Task A_click_sends_data_with_entered_and_default_inputs_and_shows_the_answered_card()
    {
        await using var scene = await Scene.StartAsync(Tiny);
        await scene.Alice.Says("hello");
        await scene.Alice.Clicks("Send", new { reason = "spring" });

        scene.Alice.Sees("good, because spring");
        Assert.Equal("good, because spring", scene.Alice.ReadsLast().Split('\n')[1]);
        Assert.Single(scene.Alice.Chat.Messages, message => message.IsFromBot);
    }

    [Fact]
    public async Task A_click_that_is_answered_by_a_text_leaves_the_card_and_gives_a_notice()
    {
        await using var scene = await Scene.StartAsync(Tiny);
        await scene.Alice.Says("hello");
        await scene.Alice.Clicks("Later");

        Assert.Equal("Come back tomorrow", scene.Alice.LastNotice);
        scene.Alice.Sees("tomorrow");
        scene.Alice.DoesNotSee("question");
        await scene.Bob.Says("hello");
        scene.Alice.DoesNotSee("tomorrow");
    }

    [Fact]
    public async Task Only_the_newest_action_counts_for_what_is_seen()
    {
        await using var scene = await Scene.StartAsync(Tiny);
        await scene.Alice.Says("text please");
        await scene.Alice.Says("hello");
        scene.Alice.DoesNotSee("Plain words");
    }

    [Fact]
    public async Task A_failed_assertion_prints_the_whole_chat()
    {
        await using var scene = await Scene.StartAsync(Tiny);
        await scene.Alice.Says("hello");

        var failure = Assert.ThrowsAny<XunitException>(() => scene.Alice.Sees("goodbye"));
        Assert.Contains("Alice Andersson's chat", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Question 1", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unknown", null, "no card with an enabled button [Unknown]")]
    [InlineData("Never", null, "no card with an enabled button [Never]")]
    [InlineData("Send", null, "'reason' is required")]
    [InlineData("Send", """{"reason":"0123456789012345678901234567890123456789!"}""", "longer than 40")]
    [InlineData("Send", """{"reason":"x","mood":"odd"}""", "does not offer 'odd'")]
    [InlineData("Send", """{"reason":"x","other":"y"}""", "sends no input 'other'")]
    public async Task What_a_client_would_not_do_fails(string button, string? inputs, string message)
    {
        await using var scene = await Scene.StartAsync(Tiny);
        await scene.Alice.Says("hello");
        var entered = inputs is null ? null : JsonNode.Parse(inputs);

        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => scene.Alice.Clicks(button, entered));
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_client_submits_the_same_data_in_a_message()
    {
        await using var scene = await Scene.StartAsync(Tiny);
        await scene.Alice.OnDevice("iOS").Says("hello");
        await scene.Alice.Submits("Send", new { reason = "spring" });
        scene.Alice.Sees("""Submitted {"verb":"answer","id":"7","reason":"spring","mood":"good"}""");
    }

    [Fact]
    public async Task A_redelivery_is_word_for_word()
    {
        await using var scene = await Scene.StartAsync(Tiny);
        await scene.Alice.Says("hello");
        await scene.Alice.Clicks("Later");
        var first = scene.Alice.LastAnswer;
        Assert.Equal(first, await scene.Alice.Redelivers());
    }

    [Fact]
    public async Task Wrong_tokens_and_bodies_can_be_sent()
    {
        await using var scene = await Scene.StartAsync(Tiny);
        var stranger = new SigningKey("unknown", "msteams");
        var token = scene.Issuer.ChannelToken(scene.Channel.ServiceUrl, key: stranger);
        Assert.Equal(HttpStatusCode.Unauthorized, (await scene.Alice.PostRaw("{}", token)).Status);

        var other = scene.Issuer.ChannelToken(scene.Channel.ServiceUrl, claims => claims["aud"] = "another");
        Assert.Equal(HttpStatusCode.Unauthorized, (await scene.Alice.PostRaw("{}", other)).Status);
    }

    [Fact]
    public async Task The_clock_stands_still_until_it_is_moved()
    {
        await using var scene = await Scene.StartAsync(Tiny);
        await scene.Alice.Says("time please");
        scene.Alice.Sees("It is 08:00");
        await scene.Advances(TimeSpan.FromMinutes(90));
        await scene.Alice.Says("time please");
        scene.Alice.Sees("It is 09:30");
    }

    [Fact]
    public async Task State_on_disk_outlives_a_restart()
    {
        await using var scene = await Scene.StartAsync(Tiny);
        await scene.Alice.Says("hello");
        await scene.Restarts();
        await scene.Alice.Says("hello");
        scene.Alice.Sees("Question 2");
    }

    [Fact]
    public async Task People_who_cannot_chat_have_no_app_and_names_must_be_unique()
    {
        await using var scene = await Scene.StartAsync(Tiny with { Installed = ["Alice"] });
        Assert.True(scene.Alice.Chat.IsInstalled);
        Assert.False(scene.Bob.Chat.IsInstalled);
        Assert.False(scene.Person("Build Service").Chat.IsInstalled);
        Assert.Throws<ArgumentException>(() => scene.Person("Nobody"));
        await scene.Bob.Installs();
        Assert.True(scene.Bob.Chat.IsInstalled);
        await scene.Bob.Uninstalls();
        Assert.False(scene.Bob.Chat.IsInstalled);
    }

    [Fact]
    public async Task Throttled_sends_arrive_later()
    {
        await using var scene = await Scene.StartAsync(Tiny);
        scene.Channel.FailNext(2, ChannelFault.TooManyRequests(TimeSpan.FromSeconds(7)), scene.Alice.Chat);
        await scene.Alice.Says("text please");
        scene.Alice.Sees("Plain words");
    }

    [Fact]
    public async Task Outgoing_http_to_anyone_else_throws()
    {
        await using var scene = await Scene.StartAsync(Tiny);
        await scene.Alice.Says("wander please");
        Assert.Equal("Unstubbed outgoing HTTP to 127.0.0.1:9.", scene.Alice.LastAnswer!.Json!["refused"]!.ToString());

        var violation = Assert.Single(scene.Channel.TakeViolations());
        Assert.Equal("outgoing HTTP: 127.0.0.1:9 is not set up by the test", violation.ToString());
    }

    [Fact]
    public async Task A_redirect_to_anyone_else_is_refused_at_the_connection()
    {
        await using var scene = await Scene.StartAsync(Tiny);
        var clients = scene.Services.GetRequiredService<IHttpClientFactory>();
        using var client = clients.CreateClient();
        scene.Issuer.MetadataRedirect = new Uri("http://127.0.0.1:9/elsewhere");
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.GetAsync(scene.Issuer.OpenIdMetadata, TestContext.Current.CancellationToken)
        );
        Assert.Single(scene.Channel.TakeViolations());
    }

    [Fact]
    public async Task Background_work_without_end_fails()
    {
        var endless = Tiny with
        {
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Tiny:Endless"] = "yes" },
        };
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Scene.StartAsync(endless));
        Assert.Contains("Background work goes on", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bad card please", "version: missing, or above 1.5")]
    [InlineData("fail please", "Something failed")]
    [InlineData("log what I say here", "what a person wrote")]
    public async Task A_scene_that_is_not_clean_fails_at_its_end(string text, string problem)
    {
        var scene = await Scene.StartAsync(Tiny);
        await scene.Alice.Says(text);
        var failure = await Assert.ThrowsAnyAsync<XunitException>(async () => await scene.DisposeAsync());
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_or_the_client_secret_in_a_log_is_found()
    {
        var scene = await Scene.StartAsync(Tiny);
        await scene.Alice.Says("log " + scene.Bot.ClientSecret);
        await scene.Alice.Says("log " + scene.Issuer.ChannelToken(scene.Channel.ServiceUrl));
        var failure = await Assert.ThrowsAnyAsync<XunitException>(async () => await scene.DisposeAsync());
        Assert.Contains("holds the client secret", failure.Message, StringComparison.Ordinal);
        Assert.Contains("holds a token", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expected_error_is_no_fault()
    {
        await using var scene = await Scene.StartAsync(Tiny);
        scene.ExpectsError("Something failed");
        await scene.Alice.Says("fail please");
    }
}
