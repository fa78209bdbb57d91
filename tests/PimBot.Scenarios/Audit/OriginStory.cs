using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Api;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Audit;

/// <summary>Every entry says where it comes from, and what belongs together.</summary>
public sealed class OriginStory
{
    [Fact]
    [Rule("U1")]
    public async Task A_turn_the_verification_page_a_file_and_the_bot_itself_are_told_apart()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says("activate Exchange Administrator for 1h because mailbox migration");
        await scene.Passes(scene.Alice);
        await scene.Advances(TimeSpan.FromMinutes(10));
        await scene.Alice.Says("end exchange");
        var audit = await scene.Audit();
        var request = await scene.TheRequestOf(scene.Alice);

        Assert.Equal("policy-file", Of(audit, AuditAction.DirectoryLoaded).Source);
        var asked = Of(audit, AuditAction.ActivationRequested);
        Assert.Equal(("chat:msteams", 64), (asked.Source, asked.Correlation!.Length));
        var verified = Of(audit, AuditAction.VerificationPassed);
        Assert.Equal(("verification", request.Id.ToString()), (verified.Source, verified.Correlation));
        var granted = Of(audit, AuditAction.AccessGranted);
        Assert.Null(granted.Source);
        Assert.StartsWith("grant.ensure-granted/", granted.Correlation, StringComparison.Ordinal);
        var ended = Of(audit, AuditAction.AccessEnded);
        Assert.Equal("chat:msteams", ended.Source);
        Assert.NotEqual(asked.Correlation, ended.Correlation);
    }

    [Fact]
    [Rule("U1")]
    public async Task A_request_to_the_API_says_from_where()
    {
        await using var api = await ApiScene.StartAsync();
        await api.Scene.Dan.Says("activate payments responder for 1h because refunds are stuck");
        var request = await api.Scene.TheRequestOf(api.Scene.Dan);
        using var http = new HttpRequestMessage(
            HttpMethod.Post,
            $"api/roleAssignmentScheduleRequests/{request.Id}/cancel"
        );
        http.Headers.Authorization = new("Bearer", api.Token("Dan"));
        using var answer = await api.Scene.Http.SendAsync(http, TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        var canceled = Of(await api.Scene.Audit(), AuditAction.RequestCanceled);
        Assert.Equal("api:127.0.0.1", canceled.Source);
        Assert.NotNull(canceled.Correlation);
    }

    private static AuditEvent Of(IEnumerable<AuditEntry> audit, AuditAction action) =>
        audit.Last(entry => entry.Event.Action == action).Event;
}
