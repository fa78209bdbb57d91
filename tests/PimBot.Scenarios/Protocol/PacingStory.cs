using System.Globalization;
using System.Text.Json.Nodes;
using PimBot.Testing;

namespace PimBot.Scenarios.Protocol;

/// <summary>Many messages to one person; the fake channel reports each that exceeds the published limits.</summary>
public sealed class PacingStory : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pimbot-crowd-");

    [Fact]
    public async Task Thirty_approvals_for_one_approver_go_out_within_the_limits_and_in_order()
    {
        await using var scene = await Scene.StartAsync(Crowd(30));
        var boss = scene.Person("Bertha Boss");
        await ThrottledWhileAllAsk(scene, boss, 30);
        Assert.DoesNotContain(boss.Chat.Messages, IsApproval);
        var before = scene.Clock.GetUtcNow();

        await scene.Advances(TimeSpan.FromMinutes(1));

        Assert.Equal(Enumerable.Range(1, 30), boss.Chat.Messages.Where(IsApproval).Select(Number));
        Assert.InRange((scene.Clock.GetUtcNow() - before).TotalSeconds, 66, 70);
    }

    [Fact]
    public async Task What_must_wait_longer_goes_out_later_in_order_and_with_nothing_lost()
    {
        await using var scene = await Scene.StartAsync(Crowd(75));
        var boss = scene.Person("Bertha Boss");
        await ThrottledWhileAllAsk(scene, boss, 75);

        await scene.Advances(TimeSpan.FromMinutes(1));
        Assert.InRange(boss.Chat.Messages.Count(IsApproval), 59, 61);
        await scene.Advances(TimeSpan.FromSeconds(30));

        Assert.Equal(Enumerable.Range(1, 75), boss.Chat.Messages.Where(IsApproval).Select(Number));
    }

    [Fact]
    public async Task A_message_that_is_tried_again_is_not_overtaken()
    {
        await using var scene = await Scene.StartAsync(Crowd(5));
        var boss = scene.Person("Bertha Boss");
        foreach (var fault in new[] { ChannelFault.Unavailable, ChannelFault.NoAnswer, ChannelFault.BadGateway })
        {
            scene.Channel.FailNext(1, fault, boss.Chat);
        }

        for (var i = 1; i <= 5; i++)
        {
            await AsksAsync(scene, i);
        }

        for (var i = 0; i < 8; i++)
        {
            await scene.Advances(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(Enumerable.Range(1, 5), boss.Chat.Messages.Where(IsApproval).Select(Number));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task ThrottledWhileAllAsk(Scene scene, TestPerson boss, int people)
    {
        scene.Channel.FailNext(1, ChannelFault.TooManyRequests(TimeSpan.FromMinutes(1)), boss.Chat);
        for (var i = 1; i <= people; i++)
        {
            await AsksAsync(scene, i);
        }
    }

    private static Task AsksAsync(Scene scene, int number) =>
        scene.Person(NameOf(number)).Says("activate Night Reader for 1h because the night shift needs it");

    private static bool IsApproval(ChatMessage message) =>
        message is { IsFromBot: true, Card: not null }
        && CardText.Flatten(message.Card, "UTC").Contains("Who: Person ", StringComparison.Ordinal);

    private static int Number(ChatMessage message)
    {
        var text = CardText.Flatten(message.Card!, "UTC");
        var at = text.IndexOf("Who: Person ", StringComparison.Ordinal) + "Who: Person ".Length;
        return int.Parse(text.AsSpan(at, 3), CultureInfo.InvariantCulture);
    }

    private static string NameOf(int number) => $"Person {number:D3}";

    /// <summary>So many people may ask for one role, and one person approves.</summary>
    private SceneOptions Crowd(int people)
    {
        var numbers = Enumerable.Range(1, people).ToList();
        var directory = new JsonObject
        {
            ["people"] = new JsonArray([
                Entry("boss", "Bertha Boss"),
                .. numbers.Select(number => Entry($"p{number:D3}", NameOf(number))),
            ]),
            ["groups"] = new JsonArray(),
            ["scopes"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = "/",
                    ["kind"] = "directory",
                    ["name"] = "Night",
                }
            ),
            ["roles"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = "night",
                    ["name"] = "Night Reader",
                    ["kind"] = "directoryRole",
                }
            ),
            ["policies"] = new JsonArray(
                JsonNode.Parse(
                    """
                    { "role": "night", "scope": "/",
                      "activation": { "maximum": "PT1H", "require": ["justification", "approval"],
                                      "approvers": [ { "person": "boss" } ], "window": "P1D" },
                      "eligible": { "maximum": null }, "active": { "maximum": null, "require": [] }, "notify": [] }
                    """
                )
            ),
            ["assignments"] = new JsonArray([
                .. numbers.Select(number =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["person"] = $"p{number:D3}",
                            ["role"] = "night",
                            ["scope"] = "/",
                            ["type"] = "eligible",
                        }
                ),
            ]),
        };
        var file = Path.Combine(folder.FullName, "crowd.json");
        File.WriteAllText(file, directory.ToJsonString());
        return new SceneOptions { DirectoryFile = file };
    }

    private static JsonNode Entry(string id, string name) =>
        new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["upn"] = $"{id}@contoso.example",
            ["kind"] = "member",
        };
}
