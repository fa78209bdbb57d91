using Microsoft.AspNetCore.Http;
using PimBot.Application.Audit;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Audit;

public sealed class AnchorStory : IDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private const string Ask = "activate helpdesk for 1h because of a call ticket INC-1";

    private readonly AuditPlace place = new();

    [Fact]
    [Rule("U5")]
    public async Task What_is_new_is_anchored_in_the_file_and_what_is_not_is_not()
    {
        await using var scene = await Scene.StartAsync(AuditPlace.With(("Audit:Anchor:File", place.Anchors)));
        await scene.Dan.Says(Ask);
        var anchors = await place.ReadAsync();
        Assert.Equal((await scene.Audit())[^1].Sequence, anchors.Anchors[^1].Sequence);

        await scene.Dan.Says("my roles");
        await scene.Advances(TimeSpan.FromMinutes(5));
        Assert.Equal(anchors.Anchors, (await place.ReadAsync()).Anchors);

        await scene.Advances(TimeSpan.FromHours(1));
        var later = await place.ReadAsync();
        Assert.Empty(later.Faults);
        var found = await AuditPlace.VerifyAsync(scene, later.Anchors);
        Assert.Empty(found.Faults);
        Assert.Equal(later.Anchors.Count, found.AnchorsMatched);
    }

    [Fact]
    [Rule("U5")]
    public async Task The_last_entries_are_anchored_when_the_process_stops()
    {
        await using var scene = await Scene.StartAsync(AuditPlace.With(("Audit:Anchor:File", place.Anchors)));
        await scene.Changes(
            (work, _) =>
            {
                work.Audit.Append(new AuditEvent { Action = AuditAction.PolicyChanged });
                return Task.CompletedTask;
            }
        );
        var last = (await scene.Audit())[^1].Sequence;
        Assert.True((await place.ReadAsync()).Anchors[^1].Sequence < last);

        await scene.Restarts();

        var anchors = await place.ReadAsync();
        Assert.Empty(anchors.Faults);
        Assert.Equal(last, anchors.Anchors[^1].Sequence);
    }

    [Fact]
    [Rule("U5")]
    public async Task A_file_that_can_t_be_written_is_tried_for_ever_and_administrators_hear_of_it_once()
    {
        await using var scene = await Scene.StartAsync(AuditPlace.With(("Audit:Anchor:File", place.Anchors)));
        File.Move(place.Anchors, place.At("away"));
        Directory.CreateDirectory(place.Anchors);
        var frank = scene.Person("Frank");
        await scene.Dan.Says(Ask);
        for (var minute = 0; minute < 10; minute++)
        {
            await scene.Advances(TimeSpan.FromMinutes(1));
        }

        Assert.Single(frank.Messages, m => m.Text.Contains("the anchor file", StringComparison.Ordinal));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AuditAnchorFailed));
        Assert.Contains("anchor.file has failed", await ReadyAsync(scene), StringComparison.Ordinal);

        Directory.Delete(place.Anchors);
        File.Move(place.At("away"), place.Anchors);
        await scene.Advances(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await scene.CountsAudited(AuditAction.AuditAnchorRestored));
        Assert.DoesNotContain("failed", await ReadyAsync(scene), StringComparison.Ordinal);
        var anchors = await place.ReadAsync();
        Assert.Empty(anchors.Faults);
        Assert.Equal([], (await AuditPlace.VerifyAsync(scene, anchors.Anchors)).Faults);
    }

    [Fact]
    public async Task A_line_that_a_crash_cut_off_spoils_no_other()
    {
        await using var scene = await Scene.StartAsync(AuditPlace.With(("Audit:Anchor:File", place.Anchors)));
        await File.AppendAllTextAsync(place.Anchors, "{\"store\":\"0", TestContext.Current.CancellationToken);
        await scene.Dan.Says(Ask);

        var anchors = await place.ReadAsync();
        Assert.Empty(anchors.Faults);
        Assert.Single(anchors.Unreadable);
        Assert.Equal((await scene.Audit())[^1].Sequence, anchors.Anchors[^1].Sequence);
    }

    [Fact]
    public async Task Sealed_anchors_show_who_has_no_key()
    {
        await using var scene = await Scene.StartAsync(
            AuditPlace.With(("Audit:Anchor:File", place.Anchors), ("Audit:Anchor:Key", Key))
        );
        await scene.Dan.Says(Ask);
        Assert.Empty((await place.ReadAsync(Key)).Faults);

        var lines = await File.ReadAllLinesAsync(place.Anchors, TestContext.Current.CancellationToken);
        var last = AnchorLine.Read(lines[^1])!;
        var forged = AnchorLine.Of(last.Anchor with { Hash = AuditChain.Beginning }, last.Previous, null);
        await File.WriteAllLinesAsync(
            place.Anchors,
            [.. lines[..^1], forged.Write()],
            TestContext.Current.CancellationToken
        );

        var fault = Assert.Single((await place.ReadAsync(Key)).Faults);
        Assert.Equal((AuditFaultKind.AnchorForged, lines.Length), (fault.Kind, fault.From));
        Assert.DoesNotContain(
            await File.ReadAllLinesAsync(place.Anchors, TestContext.Current.CancellationToken),
            line => line.Contains(Key, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_line_that_was_taken_out_of_the_anchors_is_missed()
    {
        await using var scene = await Scene.StartAsync(AuditPlace.With(("Audit:Anchor:File", place.Anchors)));
        await scene.Dan.Says(Ask);
        await scene.Advances(TimeSpan.FromMinutes(10));
        await scene.Dan.Says("end helpdesk");
        var lines = await File.ReadAllLinesAsync(place.Anchors, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(
            place.Anchors,
            [.. lines[..^2], lines[^1]],
            TestContext.Current.CancellationToken
        );

        Assert.Equal([AuditFaultKind.AnchorForged], (await place.ReadAsync()).Faults.Select(fault => fault.Kind));
    }

    [Fact]
    [Rule("U5")]
    public async Task An_address_gets_each_anchor_with_the_seal_of_the_one_before()
    {
        await using var receiver = await AuditReceiver.StartAsync();
        await using var scene = await Scene.StartAsync(
            AuditPlace.With(
                ("Audit:Anchor:Endpoint", receiver.Address.ToString()),
                ("Audit:Anchor:Token", "a-token-that-nobody-reads"),
                ("Audit:Anchor:Key", Key)
            ) with
            {
                Peers = [receiver.Address],
            }
        );
        await scene.Dan.Says(Ask);
        receiver.Status = StatusCodes.Status503ServiceUnavailable;
        await scene.Dan.Says("end helpdesk");
        receiver.Status = StatusCodes.Status200OK;
        await scene.Advances(TimeSpan.FromMinutes(1));

        var anchors = await AnchorLines.ReadAsync(
            receiver.Taken.Select(posted => posted.Body).ToAsyncEnumerable(),
            Key,
            null,
            TestContext.Current.CancellationToken
        );
        Assert.Empty(anchors.Faults);
        Assert.Equal((await scene.Audit())[^1].Sequence, anchors.Anchors[^1].Sequence);
        Assert.All(
            receiver.Taken,
            posted => Assert.Equal("Bearer a-token-that-nobody-reads", posted.Headers["Authorization"])
        );
        Assert.DoesNotContain(scene.Logs, entry => entry.ToString().Contains("a-token-that", StringComparison.Ordinal));
    }

    [Fact]
    [Rule("U5")]
    public async Task An_anchor_that_got_there_without_an_answer_makes_the_next_one_no_forgery()
    {
        await using var receiver = await AuditReceiver.StartAsync();
        await using var scene = await Scene.StartAsync(
            AuditPlace.With(("Audit:Anchor:Endpoint", receiver.Address.ToString()), ("Audit:Anchor:Key", Key)) with
            {
                Peers = [receiver.Address],
            }
        );
        (receiver.Status, receiver.KeepsInSpite) = (StatusCodes.Status502BadGateway, true);
        await scene.Dan.Says(Ask);
        await scene.Advances(TimeSpan.FromMinutes(1));
        (receiver.Status, receiver.KeepsInSpite) = (StatusCodes.Status200OK, false);
        await scene.Advances(TimeSpan.FromMinutes(11));
        await scene.Dan.Says("end helpdesk");

        var lines = receiver.Taken.Select(posted => posted.Body).ToList();
        Assert.Empty((await ReadAsync(lines)).Faults);
        var verified = await AuditPlace.VerifyAsync(scene, (await ReadAsync(lines)).Anchors);
        Assert.Equal((true, lines.Count), (verified.IsIntact, verified.AnchorsMatched));
        // What a later one names is still missed.
        Assert.NotEmpty((await ReadAsync([.. lines[..^2], lines[^1]])).Faults);
    }

    public void Dispose() => place.Dispose();

    private static async Task<AnchorLines> ReadAsync(IEnumerable<string> lines) =>
        await AnchorLines.ReadAsync(lines.ToAsyncEnumerable(), Key, null, TestContext.Current.CancellationToken);

    private static async Task<string> ReadyAsync(Scene scene) =>
        await scene.Http.GetStringAsync(
            new Uri("/health/ready", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
}
