using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Chat;

public sealed class HostileTextStory
{
    public static TheoryData<string, string> Hostile =>
        new()
        {
            { "[free coffee](https://evil.example)", "[free coffee](https://evil.example)" },
            { "![x](https://evil.example/x.png) **bold**", "![x](https://evil.example/x.png) **bold**" },
            { "<at>Frank Fischer</at> ok", "<at>Frank Fischer</at> ok" },
            { "<script>alert(1)</script> &lt;b&gt;", "<script>alert(1)</script> &lt;b&gt;" },
            { "{{DATE(2020-01-01T00:00:00Z,SHORT)}} now", "{{DATE(2020-01-01T00:00:00Z,SHORT)}} now" },
            { "${requester.name} and {{user}}", "${requester.name} and {{user}}" },
            { "refunds\u202Edetsap\u202C\u200Bx", "refundsdetsapx" },
            { "refunds\r\n\r\nApproved by Frank Fischer, today", "refunds Approved by Frank Fischer, today" },
            { "refunds \uD800 half", "refunds half" },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_reason_is_shown_letter_for_letter_on_every_card(string reason, string shown)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate payments responder for 1h");

        await scene.Dan.Says(reason);

        scene.Dan.Sees("Waiting for approval");
        scene.Dan.Sees($"Why: {shown}");
        scene.Frank.Sees($"Why: {shown}");
        await scene.Frank.Clicks("Deny", new { reason });
        scene.Dan.Sees($"Frank Fischer wrote: {shown}");
        scene.Erin.Sees($"Frank Fischer wrote: {shown}");
        AssertInert(scene);
    }

    [Fact]
    public async Task A_hostile_ticket_and_role_are_refused_or_inert()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate <b>[Owner](https://evil.example)</b> {{DATE(1)}}");
        scene.Dan.DoesNotSee("evil");
        await scene.Dan.Says("cancel");
        await scene.Dan.Says("activate helpdesk for 1h");
        await scene.Dan.Says("[INC-1](https://evil.example/1)");
        scene.Dan.DoesNotSee("evil");
        await scene.Dan.Says("cancel");
        await scene.Dan.Says("activate helpdesk for 1h");
        await scene.Dan.Says("**INC\u202E-1**\u200b");

        scene.Dan.Sees("Ticket: INC-1");
        AssertInert(scene);
    }

    [Fact]
    public async Task A_hundred_kilobytes_are_cut_and_said_to_be_too_long()
    {
        await using var scene = await Scene.StartAsync();
        var flood = string.Concat(Enumerable.Repeat("mailbox migration ", 5_700));

        await scene.Dan.Says(flood);
        scene.Dan.Sees("I did not understand that");
        await scene.Dan.Says("activate vm contributor for 1h");
        await scene.Dan.Says(flood);
        scene.Dan.Sees("Please keep it within 1000 characters.");
        await scene.Dan.Says("activate vm contributor for 1h because " + flood);

        scene.Dan.Sees("Active until today at 10:00");
        var request = await scene.TheRequestOf(scene.Dan);
        Assert.Equal(1_000, request.Ask.Justification!.Length);
        Assert.EndsWith("…", request.Ask.Justification, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_was_written_is_in_the_logs()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate payments responder for 1h because Xyzzy-reason ticket XYZZY-12345");
        await scene.Frank.Clicks("Approve", new { reason = "Xyzzy-verdict" });
        await scene.Dan.Says("Xyzzy-unknown");
        await scene.Dan.Says("activate Xyzzy-role");

        Assert.NotEmpty(scene.Logs);
        Assert.DoesNotContain(
            scene.Logs,
            entry => entry.ToString().Contains("xyzzy", StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>No card has a link, an image, a mention or a function of anyone's making; the channel's lint has looked at the rest.</summary>
    private static void AssertInert(Scene scene)
    {
        foreach (var message in scene.People.SelectMany(person => person.Chat.Messages).Where(m => m.IsFromBot))
        {
            Assert.False(message.Activity.ContainsKey("entities"));
            var json = message.Card?.ToJsonString() ?? message.Activity["text"]!.ToString();
            Assert.DoesNotContain("\"type\":\"Image\"", json, StringComparison.Ordinal);
            Assert.DoesNotContain("Action.OpenUrl", json, StringComparison.Ordinal);
            Assert.DoesNotContain("\u202E", json, StringComparison.Ordinal);
            Assert.DoesNotContain("u202E", json, StringComparison.OrdinalIgnoreCase);
        }
    }
}
