using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using PimBot.Channel.Connector;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Connector;

/// <summary>Services quote what they were sent. Nothing of that may reach a log, an outcome, an exception or a trace.</summary>
public sealed class SecretTests : IDisposable
{
    private const string Quoted =
        "the-secret the-password-of-the-key an.assertion.of-the-cluster token-1 token-2 client_assertion=eyJhbGciOi.eyJhdWQiOi";

    private readonly CredentialFiles files = new();
    private readonly ConcurrentQueue<string> traces = new();
    private readonly ActivityListener listener;

    public SecretTests()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a =>
                traces.Enqueue(
                    $"{a.DisplayName} {a.StatusDescription} "
                        + string.Join(' ', a.TagObjects.Concat(a.Events.SelectMany(e => e.Tags)))
                ),
        };
        ActivitySource.AddActivityListener(listener);
    }

    public static MatrixTheoryData<string, int, string> Answers =>
        new(
            EveryCredential.Names.Select(row => row.Data),
            [200, 400, 401, 500, 503],
            ["json", "html", "error code", "token", "broken connection"]
        );

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task No_secret_shows_whatever_the_token_service_answers(string credential, int status, string answer)
    {
        using var scene = new ConnectorScene(
            settings: EveryCredential.Alone(EveryCredential.Settings(credential, files))
        );
        scene.TokenServer.Answer = (_, _) => Task.FromResult(Answer(status, answer));

        var outcome = await scene.SendAsync();

        Assert.Equal(SendOutcomeKind.RetryLater, outcome.Kind);
        AssertNothingShows(scene, outcome);
        Assert.Empty(scene.Network.Sent);
    }

    [Theory]
    [MemberData(nameof(EveryCredential.Names), MemberType = typeof(EveryCredential))]
    public async Task No_token_shows_whatever_the_channel_answers(string credential)
    {
        using var scene = new ConnectorScene(
            settings: EveryCredential.Alone(EveryCredential.Settings(credential, files))
        );
        scene.Network.Answer = (_, _) =>
            Task.FromResult(
                StubHandler.Json(
                    $$$"""{"error":{"code":"{{{Quoted}}}","message":"{{{Quoted}}}"}}""",
                    HttpStatusCode.BadRequest
                )
            );
        var refused = await scene.SendAsync();
        scene.Network.Answer = (_, _) => throw new HttpRequestException(HttpRequestError.Unknown, Quoted);
        var broken = await scene.SendAsync();

        Assert.Equal((SendOutcomeKind.Rejected, SendOutcomeKind.Unknown), (refused.Kind, broken.Kind));
        AssertNothingShows(scene, refused);
        AssertNothingShows(scene, broken);
    }

    public void Dispose()
    {
        listener.Dispose();
        files.Dispose();
    }

    private static HttpResponseMessage Answer(int status, string answer) =>
        answer switch
        {
            "json" => StubHandler.Json(
                $$"""{"error":"invalid_client","error_description":"{{Quoted}}","error_codes":[7000215],"suberror":"{{Quoted}}","claims":"{{Quoted}}","access_token":"","expires_in":3600}""",
                (HttpStatusCode)status
            ),
            "error code" => StubHandler.Json(
                """{"error":"the-secret","error_codes":["the-secret"],"suberror":"the-secret"}""",
                (HttpStatusCode)status
            ),
            "html" => StubHandler.Json($"<html>{Quoted}", (HttpStatusCode)status, "text/html"),
            "token" => StubHandler.Json(
                $$"""{"token_type":"{{Quoted}}","access_token":"{{Quoted}}","expires_in":"{{Quoted}}"}""",
                (HttpStatusCode)status
            ),
            _ => throw new HttpRequestException(HttpRequestError.Unknown, Quoted, new IOException(Quoted)),
        };

    private void AssertNothingShows(ConnectorScene scene, SendOutcome outcome)
    {
        var shown = string.Join('\n', traces.Append(outcome.ToString()).Append(scene.Log.All));
        Assert.NotEmpty(scene.Log.All);
        foreach (var secret in EveryCredential.Secrets.Append("eyJ"))
        {
            Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
        }
    }
}
