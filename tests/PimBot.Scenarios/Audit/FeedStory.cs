using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PimBot.Application.Audit;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Audit;

public sealed class FeedStory
{
    private const string Ask = "activate helpdesk for 1h because of a call ticket INC-1";
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly string Secret = $"whsec_{Convert.ToBase64String(Key)}";

    [Fact]
    [Rule("U6")]
    public async Task Every_entry_comes_once_in_order_and_signed()
    {
        await using var receiver = await AuditReceiver.StartAsync();
        await using var scene = await StartAsync(receiver);
        await scene.Dan.Says(Ask);
        await scene.Dan.Says("end helpdesk");

        Assert.Equal(await scene.Audit(), Entries(receiver));
        Assert.All(receiver.Taken, posted => AssertSigned(posted, scene.Clock.GetUtcNow()));
        var standing = await scene.Reads((work, stop) => work.Audit.StandingAsync(stop));
        Assert.All(
            receiver.Taken.SelectMany(posted => posted.Lines),
            line => Assert.Equal(standing.Store, AuditLine.Read(line).Store)
        );
    }

    [Fact]
    [Rule("U6")]
    public async Task While_it_is_away_nothing_is_lost_and_administrators_hear_of_it_after_a_quarter_of_an_hour()
    {
        await using var receiver = await AuditReceiver.StartAsync();
        await using var scene = await StartAsync(receiver);
        receiver.Status = StatusCodes.Status500InternalServerError;
        await scene.Dan.Says(Ask);
        var frank = scene.Person("Frank");
        for (var minute = 0; minute < 14; minute++)
        {
            await scene.Advances(TimeSpan.FromMinutes(1));
        }

        Assert.DoesNotContain(frank.Messages, Tells);
        for (var minute = 0; minute < 60; minute++)
        {
            await scene.Advances(TimeSpan.FromMinutes(1));
        }

        Assert.Single(frank.Messages, Tells);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AuditFeedFailed));

        receiver.Status = StatusCodes.Status200OK;
        await scene.Advances(TimeSpan.FromMinutes(6));

        Assert.Equal(1, await scene.CountsAudited(AuditAction.AuditFeedRestored));
        Assert.Equal(await scene.Audit(), Entries(receiver));

        static bool Tells(ChatMessage message) => message.Text.Contains("the webhook", StringComparison.Ordinal);
    }

    [Fact]
    [Rule("U6")]
    public async Task What_got_there_without_an_answer_comes_again_under_the_same_id()
    {
        await using var receiver = await AuditReceiver.StartAsync();
        await using var scene = await StartAsync(receiver);
        var before = receiver.Taken.Count;
        (receiver.Status, receiver.KeepsInSpite) = (StatusCodes.Status502BadGateway, true);
        await scene.Changes(Happens);
        await scene.DrainAsync();
        (receiver.Status, receiver.KeepsInSpite) = (StatusCodes.Status200OK, false);
        await scene.Restarts();
        await scene.Advances(TimeSpan.FromMinutes(1));

        var twice = receiver.Taken[before];
        Assert.StartsWith(twice.Body, receiver.Taken[before + 1].Body, StringComparison.Ordinal);
        var known = new HashSet<long>();
        Assert.Equal(await scene.Audit(), Entries(receiver).Where(entry => known.Add(entry.Sequence)));
    }

    [Fact]
    [Rule("U6")]
    public async Task A_restart_in_the_middle_goes_on_where_it_stopped()
    {
        await using var receiver = await AuditReceiver.StartAsync();
        await using var scene = await StartAsync(receiver);
        receiver.Status = StatusCodes.Status500InternalServerError;
        await scene.Changes(
            (work, _) =>
            {
                for (var i = 0; i < 350; i++)
                {
                    work.Audit.Append(
                        new AuditEvent { Action = AuditAction.PolicyChanged, Reason = new string('x', i * 10) }
                    );
                }

                return Task.CompletedTask;
            }
        );
        await scene.Restarts();
        receiver.Status = StatusCodes.Status200OK;
        await scene.Advances(TimeSpan.FromMinutes(1));

        Assert.Equal(await scene.Audit(), Entries(receiver));
        Assert.All(
            receiver.Taken,
            posted => Assert.True(posted.Lines.Count <= 100 && posted.Body.Length <= 256 * 1024)
        );
    }

    [Fact]
    public async Task A_redirect_is_a_failure_and_is_not_followed()
    {
        await using var receiver = await AuditReceiver.StartAsync();
        await using var scene = await StartAsync(receiver);
        receiver.Status = StatusCodes.Status307TemporaryRedirect;
        await scene.Dan.Says(Ask);

        Assert.DoesNotContain(receiver.Taken, posted => posted.Path != "/audit");
        Assert.Contains(
            await scene.Audit(),
            entry => entry.Event is { Action: AuditAction.AuditFeedFailed, Detail: "feed.webhook http-307" }
        );
    }

    [Fact]
    [Rule("U6")]
    public async Task A_syslog_server_gets_every_entry_in_its_own_form()
    {
        await using var receiver = new SyslogReceiver();
        await using var scene = await Scene.StartAsync(AuditPlace.With(("Audit:Feed:Syslog", receiver.Address)));
        await scene.Dan.Says(Ask);

        var audit = await scene.Audit();
        Assert.Equal(audit, receiver.Messages.Select(EntryOf));
        Assert.All(
            receiver.Messages.Zip(audit),
            pair =>
                Assert.Matches(
                    $@"^<109>1 \d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{{6}}Z \S+ PimBot - {pair.Second.Event.Action} - \{{",
                    pair.First
                )
        );
    }

    [Fact]
    public async Task A_syslog_server_that_hangs_up_gets_everything_in_the_end()
    {
        await using var receiver = new SyslogReceiver();
        await using var scene = await Scene.StartAsync(AuditPlace.With(("Audit:Feed:Syslog", receiver.Address)));
        var before = receiver.Messages.Count;
        receiver.HangsUpAfter = 1;
        await scene.Changes(
            async (work, stop) =>
            {
                for (var i = 0; i < 20; i++)
                {
                    await Happens(work, stop);
                }
            }
        );
        await scene.DrainAsync();
        Assert.Equal(before + 1, receiver.Messages.Count);
        receiver.HangsUpAfter = null;
        await scene.Advances(TimeSpan.FromMinutes(1));

        var known = new HashSet<long>();
        Assert.Equal(await scene.Audit(), receiver.Messages.Select(EntryOf).Where(entry => known.Add(entry.Sequence)));
    }

    private static Task<Scene> StartAsync(AuditReceiver receiver) =>
        Scene.StartAsync(
            AuditPlace.With(("Audit:Feed:Webhook", receiver.Address.ToString()), ("Audit:Feed:Secret", Secret)) with
            {
                Peers = [receiver.Address],
            }
        );

    private static Task Happens(Application.Work.IPimUnitOfWork work, CancellationToken _)
    {
        work.Audit.Append(new AuditEvent { Action = AuditAction.PolicyChanged });
        return Task.CompletedTask;
    }

    private static IEnumerable<AuditEntry> Entries(AuditReceiver receiver) =>
        receiver.Taken.SelectMany(posted => posted.Lines).Select(line => AuditLine.Read(line).Entry!);

    private static AuditEntry EntryOf(string message) => AuditLine.Read(message[message.IndexOf('{')..]).Entry!;

    private static void AssertSigned(AuditPosted posted, DateTimeOffset now)
    {
        var (id, timestamp) = (posted.Headers["webhook-id"], posted.Headers["webhook-timestamp"]);
        var expected = HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{posted.Body}"));
        Assert.Equal($"v1,{Convert.ToBase64String(expected)}", posted.Headers["webhook-signature"]);
        Assert.True(long.Parse(timestamp) <= now.ToUnixTimeSeconds());
        var first = (long)JsonNode.Parse(posted.Lines[0])!["sequence"]!;
        Assert.EndsWith($"-{first}-{first + posted.Lines.Count - 1}", id, StringComparison.Ordinal);
    }
}
