using System.Globalization;
using PimBot.Application.Audit;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Audit;

public sealed class RetentionStory : IDisposable
{
    private const string Ask = "activate helpdesk for 1h because of a call ticket INC-1";

    private readonly AuditPlace place = new();

    [Fact]
    [Rule("U3")]
    public async Task Without_a_setting_the_audit_is_kept_for_ever()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Advances(TimeSpan.FromDays(4000));

        Assert.Equal(1, (await scene.Audit())[0].Sequence);
        Assert.Equal(0, await scene.CountsAudited(AuditAction.AuditEntriesDeleted));
    }

    [Fact]
    [Rule("U3")]
    public async Task What_is_older_is_deleted_and_the_rest_verifies_from_there()
    {
        await using var scene = await Scene.StartAsync(
            AuditPlace.With(("Audit:Retention", "30"), ("Audit:Anchor:File", place.Anchors))
        );
        await scene.Dan.Says(Ask);
        await scene.Advances(TimeSpan.FromHours(2));
        await scene.Advances(TimeSpan.FromDays(29));
        var before = await scene.Audit();
        Assert.Equal(1, before[0].Sequence);
        await scene.Advances(TimeSpan.FromDays(2));

        var after = await scene.Audit();
        Assert.True(after[0].Sequence > 1);
        var standing = await scene.Reads((work, stop) => work.Audit.StandingAsync(stop));
        var checkpoint = standing.Checkpoint!;
        Assert.Equal((after[0].Sequence - 1, 30), (checkpoint.Sequence, checkpoint.KeptDays));
        var deletion = Assert.Single(after, entry => entry.Event.Action is AuditAction.AuditEntriesDeleted);
        Assert.Equal(
            string.Create(
                CultureInfo.InvariantCulture,
                $"upTo={checkpoint.Sequence} hash={checkpoint.Hash} count={checkpoint.Sequence} days=30"
            ),
            deletion.Event.Detail
        );
        var anchors = await place.ReadAsync();
        Assert.Empty((await AuditPlace.VerifyAsync(scene, anchors.Anchors)).Faults);
        await scene.Restarts();
        Assert.Empty((await AuditPlace.VerifyAsync(scene, anchors.Anchors)).Faults);
    }

    [Fact]
    [Rule("U3")]
    public async Task A_large_backlog_goes_in_batches_of_which_each_is_vouched_for()
    {
        await using var scene = await Scene.StartAsync(AuditPlace.With(("Audit:Retention", "1")));
        await scene.Changes(
            (work, _) =>
            {
                for (var i = 0; i < 1200; i++)
                {
                    work.Audit.Append(new AuditEvent { Action = AuditAction.PolicyChanged });
                }

                return Task.CompletedTask;
            }
        );
        await scene.Advances(TimeSpan.FromDays(2));

        Assert.Equal(3, await scene.CountsAudited(AuditAction.AuditEntriesDeleted));
        Assert.Empty((await AuditPlace.VerifyAsync(scene, [])).Faults);
    }

    [Fact]
    [Rule("U3")]
    public async Task What_is_not_yet_outside_is_not_deleted()
    {
        await using var receiver = await AuditReceiver.StartAsync();
        receiver.Status = 500;
        await using var scene = await Scene.StartAsync(
            AuditPlace.With(
                ("Audit:Retention", "30"),
                ("Audit:Anchor:File", place.Anchors),
                ("Audit:Feed:Webhook", receiver.Address.ToString()),
                ("Audit:Feed:Secret", $"whsec_{Convert.ToBase64String(new byte[32])}")
            ) with
            {
                Peers = [receiver.Address],
            }
        );
        await scene.Dan.Says(Ask);
        await scene.Advances(TimeSpan.FromDays(100));
        Assert.Equal(1, (await scene.Audit())[0].Sequence);

        receiver.Status = 200;
        await scene.Advances(TimeSpan.FromMinutes(10));

        Assert.True((await scene.Audit())[0].Sequence > 1);
        Assert.StartsWith("{", receiver.Taken[0].Lines[0], StringComparison.Ordinal);
        Assert.Equal(1, AuditLine.Read(receiver.Taken[0].Lines[0]).Sequence);
    }

    public void Dispose() => place.Dispose();
}
