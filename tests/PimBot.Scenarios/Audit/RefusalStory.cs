using System.Net;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Api;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Audit;

/// <summary>Who tried what they may not do is there, and for what.</summary>
public sealed class RefusalStory
{
    [Fact]
    [Rule("U2")]
    public async Task Whoever_cancels_others_request_without_a_right_is_there()
    {
        await using var api = await ApiScene.StartAsync();
        await api.Scene.Dan.Says("activate payments responder for 1h because refunds are stuck");
        var request = await api.Scene.TheRequestOf(api.Scene.Dan);

        Assert.Equal(
            HttpStatusCode.NotFound,
            await PostAsync(api, "Alice", $"api/roleAssignmentScheduleRequests/{request.Id}/cancel")
        );

        var refused = Of(await api.Scene.Audit(), AuditAction.CancellationRefused);
        Assert.Equal(
            (api.IdOf("Alice"), api.IdOf("Dan"), request.Id, "UnknownRequest", "api:127.0.0.1"),
            (refused.Actor!.Value.Value, refused.Subject!.Value.Value, refused.Request, refused.Detail, refused.Source)
        );
    }

    [Fact]
    [Rule("U2")]
    public async Task Whoever_sets_PimBot_up_without_a_right_is_there()
    {
        await using var api = await ApiScene.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(api, "Dan", "api/setUp"));
        Assert.Equal("NotAdministrator", Of(await api.Scene.Audit(), AuditAction.SetUpRefused).Detail);
    }

    [Fact]
    [Rule("U2")]
    public async Task A_disabled_account_at_the_API_is_there_and_a_stranger_is_not()
    {
        await using var api = await ApiScene.StartAsync();
        await api.Scene.Disables(api.Scene.Dan);
        using var http = new HttpRequestMessage(HttpMethod.Get, "api/me");
        http.Headers.Authorization = new("Bearer", api.Token("Dan"));
        using var answer = await api.Scene.Http.SendAsync(http, TestContext.Current.CancellationToken);
        using var strange = new HttpRequestMessage(HttpMethod.Get, "api/me");
        strange.Headers.Authorization = new(
            "Bearer",
            api.Token("Dan", claims => claims["oid"] = Guid.NewGuid().ToString())
        );
        using var second = await api.Scene.Http.SendAsync(strange, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (answer.StatusCode, second.StatusCode));
        var refused = Assert.Single(await api.Scene.Audit(), entry => entry.Event.Action is AuditAction.ApiRefused);
        Assert.Equal((api.IdOf("Dan"), "/api/me"), (refused.Event.Actor!.Value.Value, refused.Event.Detail));
    }

    [Fact]
    [Rule("U2")]
    public async Task A_disabled_account_that_clicks_is_there_and_what_it_only_says_is_not()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says("my roles");
        await scene.Disables(scene.Alice);
        await scene.Alice.Says("my roles");
        Assert.Equal(0, await scene.CountsAudited(AuditAction.TurnRefused));

        await scene.Alice.Clicks("Activate Exchange Administrator");

        var refused = Of(await scene.Audit(), AuditAction.TurnRefused);
        Assert.Equal(
            (scene.Alice.Id, "PersonDisabled", "chat:msteams"),
            (refused.Actor!.Value.Value, refused.Detail, refused.Source)
        );
    }

    private static async Task<HttpStatusCode> PostAsync(ApiScene api, string person, string address)
    {
        using var http = new HttpRequestMessage(HttpMethod.Post, address);
        http.Headers.Authorization = new("Bearer", api.Token(person));
        using var answer = await api.Scene.Http.SendAsync(http, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static AuditEvent Of(IEnumerable<AuditEntry> audit, AuditAction action) =>
        audit.Last(entry => entry.Event.Action == action).Event;
}
