using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Audit;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Replicas;

/// <summary>Several processes anchor one audit: what they write down outside is true, in one chain, and no tampering to a verification.</summary>
public sealed class AnchorsOfReplicas : IDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private readonly AuditPlace place = new();

    [Fact]
    [Rule("U5")]
    public async Task Three_processes_that_anchor_at_once_say_each_end_once_and_nothing_false()
    {
        await using var receiver = await AuditReceiver.StartAsync();
        await using var replicas = await StartAsync(receiver);
        for (var round = 0; round < 20; round++)
        {
            await Task.WhenAll(replicas.Processes.Select(process => HappensAsync(process)));
            await Task.WhenAll(replicas.Processes.Select(process => AnchorsAsync(process)));
        }

        await AssertTrueAsync(replicas, await Posted(receiver), isEachOnce: true);
        await AssertTrueAsync(replicas, await place.ReadAsync(Key), isEachOnce: true);
    }

    [Fact]
    [Rule("U5")]
    public async Task A_process_that_stood_still_beyond_its_claim_makes_no_anchor_look_forged()
    {
        await using var receiver = await AuditReceiver.StartAsync();
        await using var replicas = await StartAsync(receiver);
        var processes = replicas.Processes;
        await HappensAsync(processes[0]);
        await AnchorsAsync(processes[0]);
        await HappensAsync(processes[0]);

        // The first process's anchor is there; before it hears so, others take its place and anchor what is newer, twice.
        receiver.BeforeAnswer = async () =>
        {
            for (var i = 1; i <= 2; i++)
            {
                await replicas.ExecutesAsync("UPDATE audit_outlets SET leased_until = now() - interval '1 minute'");
                await HappensAsync(processes[i]);
                await AnchorsAsync(processes[i]);
            }
        };
        await AnchorsAsync(processes[0]);
        await HappensAsync(processes[0]);
        await AnchorsAsync(processes[0]);

        Assert.True(receiver.Taken.Count >= 5);
        await AssertTrueAsync(replicas, await Posted(receiver), isEachOnce: false);
        await AssertTrueAsync(replicas, await place.ReadAsync(Key), isEachOnce: false);
    }

    public void Dispose() => place.Dispose();

    private Task<ReplicaScene> StartAsync(AuditReceiver receiver) =>
        ReplicaScene.StartAsync(
            [
                ("Audit:Anchor:Endpoint", receiver.Address.ToString()),
                ("Audit:Anchor:File", place.Anchors),
                ("Audit:Anchor:Key", Key),
            ],
            receiver.Address
        );

    private static Task HappensAsync(IServiceProvider process) =>
        process
            .GetRequiredService<IPimStore>()
            .CommitAsync(
                (work, _) =>
                {
                    work.Audit.Append(new AuditEvent { Action = AuditAction.PolicyChanged });
                    return Task.FromResult(0);
                },
                TestContext.Current.CancellationToken
            );

    private static Task AnchorsAsync(IServiceProvider process) =>
        Task.WhenAll(
            process
                .GetServices<IBackgroundPass>()
                .OfType<DeliverAudit>()
                .Select(pass => pass.RunOnceAsync(TestContext.Current.CancellationToken))
        );

    private static async Task<AnchorLines> Posted(AuditReceiver receiver) =>
        await AnchorLines.ReadAsync(
            receiver.Taken.Select(posted => posted.Body).ToAsyncEnumerable(),
            Key,
            null,
            TestContext.Current.CancellationToken
        );

    private static async Task AssertTrueAsync(ReplicaScene replicas, AnchorLines anchors, bool isEachOnce)
    {
        Assert.Empty(anchors.Faults);
        Assert.Empty(anchors.Unreadable);
        var verified = await AuditPlace.VerifyAsync(replicas.Scene, anchors.Anchors);
        Assert.True(verified.IsIntact, string.Join(' ', verified.Faults));
        Assert.Equal(anchors.Anchors.Count, verified.AnchorsMatched);
        Assert.Equal(verified.Last?.Sequence, anchors.Anchors.Max(anchor => anchor.Sequence));
        if (isEachOnce)
        {
            var sequences = anchors.Anchors.Select(anchor => anchor.Sequence).ToList();
            Assert.True(sequences.Count > 1);
            Assert.Equal(sequences.Distinct().Order(), sequences);
        }
    }
}
