using System.Net;
using System.Text.Json.Nodes;

namespace PimBot.Scenarios.Api;

/// <summary>Approvers decide over HTTP as they do on their cards.</summary>
public sealed class ApprovalStory : IAsyncLifetime
{
    private ApiScene scene = null!;
    private string path = "";
    private string tag = "";

    public async ValueTask InitializeAsync()
    {
        scene = await ApiScene.StartAsync();
        // Erin and Frank may approve.
        var made = await scene.PostAsync(
            "Dan",
            Asking.Assignments,
            Asking.Activate(Asking.Payments, scope: Asking.PaymentsScope)
        );
        Assert.Equal("PendingApproval", made.Is(HttpStatusCode.Created).Body!["status"]!.ToString());
        path = $"{Asking.Approvals}/{made.Body!["approvalId"]}";
        tag = made.Body["@odata.etag"]!.ToString();
        await scene.Settles();
    }

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    public async Task What_waits_is_listed_for_its_approvers_alone()
    {
        foreach (var approver in new[] { "Erin", "Frank" })
        {
            var waiting = Assert.Single((await scene.GetAsync(approver, Asking.Approvals)).Value);
            Assert.Equal("activation", waiting["@pimbot.kind"]!.ToString());
            Assert.Equal("NotReviewed", waiting["reviewResult"]!.ToString());
            Assert.Equal("mailbox migration", waiting["request"]!["justification"]!.ToString());
        }

        foreach (var other in new[] { "Dan", "Alice" })
        {
            Assert.Empty((await scene.GetAsync(other, Asking.Approvals)).Value);
            (await scene.GetAsync(other, path)).IsProblem(HttpStatusCode.NotFound, "ResourceNotFound");
        }
    }

    [Fact]
    public async Task An_approver_approves_and_the_role_is_given()
    {
        var seen = await scene.GetAsync("Erin", path);

        var answer = await scene.PatchAsync("Erin", path, seen.ETag, Word("Approve"));

        answer.Is(HttpStatusCode.OK);
        Assert.Equal("Completed", answer.Body!["status"]!.ToString());
        Assert.Equal(scene.IdOf("Erin"), answer.Body["reviewedBy"]!["user"]!["id"]!.ToString());
        await scene.Settles();
        Assert.Contains(
            (await scene.GetAsync("Dan", "/api/me")).Body!["held"]!.AsArray(),
            held => held!["role"]!["id"]!.ToString() == Asking.Payments
        );
    }

    [Fact]
    public async Task The_first_decision_settles_it_and_the_second_is_told_so()
    {
        (await scene.PatchAsync("Erin", path, tag, Word("Deny"))).Is(HttpStatusCode.OK);

        var second = await scene.PatchAsync("Frank", path, tag, Word("Approve"));

        second.IsProblem(HttpStatusCode.Conflict, "RequestAlreadySettled");
        Assert.Equal(["AlreadyDecided"], second.Reasons);
        Assert.Contains("Erin Eriksen decided this already", second.Detail, StringComparison.Ordinal);
        await scene.Settles();
    }

    [Fact]
    public async Task A_decision_is_given_by_who_has_seen_what_it_is_about_and_with_a_reason()
    {
        (await scene.PatchAsync("Erin", path, null, Word("Approve"))).IsProblem(
            HttpStatusCode.PreconditionRequired,
            "PreconditionRequired"
        );
        (await scene.PatchAsync("Erin", path, "\"other\"", Word("Approve"))).IsProblem(
            HttpStatusCode.PreconditionFailed,
            "PreconditionFailed"
        );
        var silent = await scene.PatchAsync("Erin", path, tag, new JsonObject { ["reviewResult"] = "Approve" });
        silent.IsProblem(HttpStatusCode.BadRequest, "RoleAssignmentRequestPolicyValidationFailed");
        Assert.Equal(["DecisionReasonRequired"], silent.Reasons);
        var unclear = await scene.PatchAsync("Erin", path, tag, Word("approve"));
        Assert.Equal(
            "$.reviewResult",
            unclear.IsProblem(HttpStatusCode.BadRequest, "BadRequest").Body!["place"]!.ToString()
        );
        Assert.Single((await scene.GetAsync("Erin", Asking.Approvals)).Value);
    }

    [Fact]
    public async Task Nobody_approves_their_own_and_outsiders_learn_nothing()
    {
        var own = await scene.PatchAsync("Dan", path, tag, Word("Approve"));
        own.IsProblem(HttpStatusCode.Forbidden, "UnauthorizedAccess");
        Assert.Equal(["RequesterCannotDecide"], own.Reasons);

        var known = await scene.PatchAsync("Alice", path, tag, Word("Approve"));
        var unknown = await scene.PatchAsync("Alice", $"{Asking.Approvals}/{Guid.Empty}", tag, Word("Approve"));
        known.IsProblem(HttpStatusCode.NotFound, "ResourceNotFound");
        unknown.IsProblem(HttpStatusCode.NotFound, "ResourceNotFound");
        Assert.Equal(unknown.Body!.ToJsonString(), known.Body!.ToJsonString());
        (await scene.PatchAsync("Alice", path, null, Word("Approve"))).IsProblem(
            HttpStatusCode.NotFound,
            "ResourceNotFound"
        );
        (await scene.PatchAsync("Alice", path, "\"other\"", Word("Approve"))).IsProblem(
            HttpStatusCode.NotFound,
            "ResourceNotFound"
        );
    }

    private static JsonObject Word(string result) =>
        new() { ["reviewResult"] = result, ["justification"] = "refunds are stuck" };
}
