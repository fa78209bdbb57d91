using System.Net;
using System.Text.Json.Nodes;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Protocol;

public sealed class WrongTokenStory
{
    [Fact]
    public async Task A_wrong_token_is_answered_with_401_or_403_and_has_no_effect()
    {
        await using var scene = await Scene.StartAsync();
        var body = new JsonObject();
        await scene.Dan.Sends(activity => body = activity.DeepClone().AsObject());
        body["text"] = Contoso.AskForHelpdesk;
        body["id"] = "1772438466666";
        var good = scene.Issuer.ChannelToken(scene.Channel.ServiceUrl);
        string?[] bad =
        [
            null,
            "",
            "not-a-token",
            good[..^3] + "abc",
            good + good,
            scene.Issuer.ChannelToken(scene.Channel.ServiceUrl, claims => claims["aud"] = Guid.NewGuid().ToString()),
            scene.Issuer.ChannelToken(scene.Channel.ServiceUrl, claims => claims["iss"] = "https://evil.example"),
            scene.Issuer.ChannelToken(scene.Channel.ServiceUrl, claims => claims.Remove("exp")),
            scene.Issuer.ChannelToken(scene.Channel.ServiceUrl, claims => claims["exp"] = 1),
            scene.Issuer.ChannelToken(scene.Channel.ServiceUrl, claims => claims.Remove("serviceurl")),
            scene.Issuer.ChannelToken("https://smba.trafficmanager.net/other/"),
            scene.Issuer.OutboundTokens.FirstOrDefault() ?? "none",
        ];

        foreach (var token in bad)
        {
            var answer = await scene.Dan.PostRaw(body.ToJsonString(), token);
            Assert.True(answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, answer.ToString());
            Assert.Empty(answer.Body);
        }

        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        Assert.Equal(0, await scene.CountsAudited(AuditAction.ActivationRequested));
        var taken = await scene.Dan.PostRaw(body.ToJsonString(), good);
        Assert.Equal(HttpStatusCode.OK, taken.Status);
        scene.Dan.Sees("Active until");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_refused_token_is_answered_before_the_body_is_read()
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.Dan.PostRaw(new string('{', 300_000), "not-a-token");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }
}
