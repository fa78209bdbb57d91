using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Protocol;

public sealed class WrongInputStory
{
    public static TheoryData<string, string> Bodies =>
        new()
        {
            { "nothing", "" },
            { "no JSON", "activate Global Administrator" },
            { "a list", "[]" },
            { "null", "null" },
            { "a number", "7" },
            { "an empty object", "{}" },
            { "half an object", "{\"type\":\"message\"" },
            { "two objects", "{}{}" },
            { "a comment", "{/* */}" },
            { "a key twice", "{\"type\":\"message\",\"type\":\"invoke\"}" },
            { "half a character", "{\"type\":\"\\ud800\"}" },
            { "a hundred thousand brackets", new string('[', 100_000) },
            { "too deep", string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100) },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_no_activity_is_answered_with_400(string what, string body)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.Dan.PostRaw(body, scene.Issuer.ChannelToken(scene.Channel.ServiceUrl));

        Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{what}: {answer}");
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_body_that_is_too_big_is_answered_with_413()
    {
        await using var scene = await Scene.StartAsync();
        var body = "{\"type\":\"message\",\"text\":\"" + new string('a', 256 * 1024) + "\"}";

        var answer = await scene.Dan.PostRaw(body, scene.Issuer.ChannelToken(scene.Channel.ServiceUrl));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Every_member_with_every_wrong_type_is_answered_below_500()
    {
        await using var scene = await Scene.StartAsync();
        string[] members =
        [
            "type",
            "id",
            "timestamp",
            "localTimezone",
            "locale",
            "channelId",
            "serviceUrl",
            "from",
            "recipient",
            "conversation",
            "channelData",
            "entities",
            "text",
            "value",
            "attachments",
            "replyToId",
            "name",
            "action",
            "deliveryMode",
            "membersAdded",
            "membersRemoved",
        ];
        string[] wrong = ["null", "true", "0", "-1e308", "\"\"", "\"x\"", "[]", "[null]", "[[]]", "{}", "{\"id\":{}}"];

        foreach (var member in members)
        {
            foreach (var value in wrong)
            {
                var answer = await scene.Dan.Sends(activity => activity[member] = JsonNode.Parse(value));
                Assert.True((int)answer.Status < 500 || (int)answer.Status == 501, $"{member} = {value}: {answer}");
            }
        }

        Assert.Equal(0, await scene.CountsAudited(AuditAction.ActivationRequested));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Every_part_of_a_click_with_every_wrong_type_is_answered_in_its_own_shape()
    {
        await using var scene = await Scene.StartAsync();
        string[] wrong = ["null", "true", "0", "\"\"", "\"x\"", "[]", "[null]", "{}", "{\"verb\":{}}"];

        foreach (var value in wrong)
        {
            foreach (
                var click in new[]
                {
                    value,
                    $"{{\"action\":{value}}}",
                    $"{{\"action\":{{\"verb\":{value}}}}}",
                    $"{{\"action\":{{\"verb\":\"approval.approve\",\"data\":{value}}}}}",
                    $"{{\"action\":{{\"verb\":\"approval.approve\",\"data\":{{\"request\":{value},\"reason\":{value}}}}}}}",
                    $"{{\"action\":{{\"verb\":\"request.submit\",\"data\":{{\"role\":{value},\"scope\":{value}}}}}}}",
                    $"{{\"action\":{{\"verb\":\"grant.end\",\"data\":{{\"grant\":{value}}}}},\"trigger\":{value}}}",
                }
            )
            {
                var answer = await scene.Dan.Sends(activity =>
                {
                    activity["type"] = "invoke";
                    activity["name"] = "adaptiveCard/action";
                    activity["value"] = JsonNode.Parse(click);
                });
                Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{click}: {answer}");
                Assert.True(answer.InvokeStatus is null or 200 or 400, $"{click}: {answer}");
            }
        }

        await scene.BooksBalance();
    }

    [Theory]
    [InlineData("text/plain", null)]
    [InlineData("application/x-www-form-urlencoded", null)]
    [InlineData("application/json", "gzip")]
    public async Task What_is_not_plain_JSON_is_answered_with_415(string type, string? encoding)
    {
        await using var scene = await Scene.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative));
        request.Content = new StringContent("{}", Encoding.UTF8, type);
        if (encoding is not null)
        {
            request.Content.Headers.ContentEncoding.Add(encoding);
        }

        request.Headers.Authorization = new("Bearer", scene.Issuer.ChannelToken(scene.Channel.ServiceUrl));
        using var answer = await scene.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }
}
