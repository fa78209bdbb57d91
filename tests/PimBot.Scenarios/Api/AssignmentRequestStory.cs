using System.Net;
using System.Text.Json.Nodes;
using PimBot.Scenarios.Rules;

namespace PimBot.Scenarios.Api;

/// <summary>Administrators change assignments over HTTP, and holders ask for more time.</summary>
public sealed class AssignmentRequestStory : IAsyncLifetime
{
    private ApiScene scene = null!;

    public async ValueTask InitializeAsync() => scene = await ApiScene.StartAsync();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    public async Task An_administrator_makes_somebody_eligible_and_takes_it_away_again()
    {
        var end = scene.Scene.Clock.GetUtcNow() + TimeSpan.FromDays(30);
        var made = await scene.PostAsync(
            ApiScene.Frank,
            Asking.Eligibilities,
            Asking.For("adminAssign", Asking.Exchange).Whom(scene.IdOf("Carol")).Until(end)
        );

        made.Is(HttpStatusCode.Created);
        Assert.Equal("Provisioned", made.Body!["status"]!.ToString());
        Assert.Equal(scene.IdOf("Frank"), made.Body["createdBy"]!["user"]!["id"]!.ToString());
        var own = (await scene.GetAsync("Carol", $"/api/roleEligibilitySchedules?role={Asking.Exchange}")).Value;
        Assert.Equal(made.Body["targetScheduleId"]!.ToString(), Assert.Single(own)["id"]!.ToString());
        Assert.Equal("2026-04-01T08:00:00Z", own[0]["scheduleInfo"]!["expiration"]!["endDateTime"]!.ToString());

        var remove = Asking.For("adminRemove", Asking.Exchange).Whom(scene.IdOf("Carol"));
        (await scene.PostAsync(ApiScene.Frank, Asking.Eligibilities, remove)).IsProblem(
            HttpStatusCode.Conflict,
            "ActiveDurationTooShort"
        );
        await scene.Scene.Advances(TimeSpan.FromMinutes(5));
        var removed = await scene.PostAsync(
            ApiScene.Frank,
            Asking.Eligibilities,
            Asking.For("adminRemove", Asking.Exchange).Whom(scene.IdOf("Carol"))
        );
        Assert.Equal("Revoked", removed.Is(HttpStatusCode.Created).Body!["status"]!.ToString());
        Assert.Empty((await scene.GetAsync("Carol", $"/api/roleEligibilitySchedules?role={Asking.Exchange}")).Value);
    }

    [Fact]
    [Rule("A22")]
    public async Task An_eligibility_becomes_an_active_assignment_and_permanent()
    {
        var found = (
            await scene.GetAsync(ApiScene.Frank, $"/api/roleEligibilitySchedules?role={Asking.Exchange}")
        ).Value.Single(s => s["principalId"]!.ToString() == scene.IdOf("Alice"));
        var body = Asking
            .For("adminUpdate", Asking.Exchange)
            .With("targetScheduleId", found["id"]!.ToString())
            .ForEver();

        (await scene.PostAsync(ApiScene.Frank, Asking.Assignments, body)).Is(HttpStatusCode.Created);

        var held = Assert.Single((await scene.GetAsync("Alice", "/api/roleAssignmentSchedules")).Value);
        Assert.Equal("Assigned", held["assignmentType"]!.ToString());
        Assert.Equal("noExpiration", held["scheduleInfo"]!["expiration"]!["type"]!.ToString());
        await scene.Settles();
    }

    [Fact]
    public async Task Who_does_not_manage_a_role_changes_nothing_there()
    {
        var assign = Asking.For("adminAssign", Asking.Exchange).Whom(scene.IdOf("Dan")).ForEver();
        var refused = await scene.PostAsync("Dan", Asking.Eligibilities, assign);
        refused.IsProblem(HttpStatusCode.Forbidden, "UnauthorizedAccess");
        Assert.Equal(["NotAdministrator"], refused.Reasons);

        var remove = Asking.For("adminRemove", Asking.Exchange).Whom(scene.IdOf("Alice"));
        (await scene.PostAsync("Dan", Asking.Eligibilities, remove)).IsProblem(
            HttpStatusCode.NotFound,
            "RoleAssignmentDoesNotExist"
        );
    }

    [Fact]
    [Rule("A6", "A9")]
    public async Task What_is_impossible_is_refused_with_its_reason()
    {
        var service = Asking.For("adminAssign", Asking.Exchange).Whom(scene.IdOf("Nightly backup")).ForEver();
        var refused = await scene.PostAsync(ApiScene.Frank, Asking.Eligibilities, service);
        refused.IsProblem(HttpStatusCode.BadRequest, "RoleAssignmentRequestPolicyValidationFailed");
        Assert.Equal(["ServiceAccountsAreActiveOnly"], refused.Reasons);

        var itself = Asking
            .For("adminAssign", Asking.Payments, Asking.PaymentsScope)
            .Whom("64000003-0000-4000-8000-000000000003")
            .ForEver();
        var circle = await scene.PostAsync(ApiScene.Frank, Asking.Eligibilities, itself);
        circle.IsProblem(HttpStatusCode.BadRequest, "RoleAssignmentRequestPolicyValidationFailed");
        Assert.Equal(["GroupInItself"], circle.Reasons);

        var nobody = Asking.For("adminAssign", Asking.Exchange).Whom("nobody").ForEver();
        (await scene.PostAsync(ApiScene.Frank, Asking.Eligibilities, nobody)).IsProblem(
            HttpStatusCode.BadRequest,
            "ResourceNotFound"
        );

        var twice = Asking.For("adminAssign", Asking.Exchange).Whom(scene.IdOf("Alice")).ForEver();
        (await scene.PostAsync(ApiScene.Frank, Asking.Eligibilities, twice)).IsProblem(
            HttpStatusCode.Conflict,
            "RoleAssignmentExists"
        );

        var last = Asking.For("adminRemove", "e8611ab8-c189-46e8-94e1-60213ab1f814").Whom(scene.IdOf("Frank"));
        var guarded = await scene.PostAsync(ApiScene.Frank, Asking.Assignments, last);
        guarded.IsProblem(HttpStatusCode.Conflict, "LastAdministratorCannotBeRemoved");
    }

    [Fact]
    public async Task Leaving_out_how_long_is_never_taken_for_ever()
    {
        var body = Asking.For("adminAssign", Asking.Exchange).Whom(scene.IdOf("Carol"));

        var answer = await scene.PostAsync(ApiScene.Frank, Asking.Eligibilities, body);

        answer.IsProblem(HttpStatusCode.BadRequest, "BadRequest");
        Assert.Equal("$.scheduleInfo", answer.Body!["place"]!.ToString());
    }

    [Fact]
    [Rule("A23")]
    public async Task A_group_is_assigned_and_its_members_have_it()
    {
        var body = Asking.For("adminAssign", Asking.Exchange).Whom("64000002-0000-4000-8000-000000000002").ForEver();

        (await scene.PostAsync(ApiScene.Frank, Asking.Eligibilities, body)).Is(HttpStatusCode.Created);

        var own = Assert.Single(
            (await scene.GetAsync("Grace", $"/api/roleEligibilitySchedules?role={Asking.Exchange}")).Value
        );
        Assert.Equal("group", own["@pimbot.principalType"]!.ToString());
        Assert.Equal("Group", own["memberType"]!.ToString());
    }

    [Fact]
    public async Task Validation_only_orders_nothing()
    {
        var body = Asking
            .For("adminAssign", Asking.Exchange)
            .Whom(scene.IdOf("Carol"))
            .ForEver()
            .With("isValidationOnly", true);

        var answer = await scene.PostAsync(ApiScene.Frank, Asking.Eligibilities, body);

        Assert.True(answer.Is(HttpStatusCode.OK).Body!["isValidationOnly"]!.GetValue<bool>());
        Assert.Empty((await scene.GetAsync("Carol", $"/api/roleEligibilitySchedules?role={Asking.Exchange}")).Value);
        Assert.Empty((await scene.GetAsync(ApiScene.Frank, Asking.Eligibilities)).Value);
    }

    [Fact]
    public async Task A_holder_asks_for_more_time_and_an_administrator_of_the_scope_decides()
    {
        var wish = await scene.PostAsync(
            "Bob",
            Asking.Eligibilities,
            Asking.For("selfExtend", Asking.UserAccess, Asking.Sandbox).During("P60D")
        );
        wish.Is(HttpStatusCode.Created);
        Assert.Equal("PendingAdminDecision", wish.Body!["status"]!.ToString());
        Assert.Equal("administratorDecision", wish.Body["@pimbot.waitsFor"]!.ToString());
        Assert.Empty((await scene.GetAsync(ApiScene.Frank, Asking.Approvals)).Value);
        await ElevateAsync();

        var waiting = Assert.Single((await scene.GetAsync(ApiScene.Emergency, Asking.Approvals)).Value);
        Assert.Equal("administratorDecision", waiting["@pimbot.kind"]!.ToString());
        var decided = await scene.PatchAsync(
            ApiScene.Emergency,
            $"{Asking.Approvals}/{waiting["id"]}",
            waiting["@odata.etag"]!.ToString(),
            new JsonObject
            {
                ["reviewResult"] = "Approve",
                ["justification"] = "shorter will do",
                ["scheduleInfo"] = new JsonObject
                {
                    ["expiration"] = new JsonObject { ["type"] = "afterDuration", ["duration"] = "P30D" },
                },
            }
        );

        decided.Is(HttpStatusCode.OK);
        Assert.Equal("Approve", decided.Body!["reviewResult"]!.ToString());
        var own = (await scene.GetAsync("Bob", $"/api/roleEligibilitySchedules?role={Asking.UserAccess}")).Value;
        Assert.Equal(
            "2026-04-01T08:00:00Z",
            Assert.Single(own)["scheduleInfo"]!["expiration"]!["endDateTime"]!.ToString()
        );
        await scene.Settles();
    }

    [Fact]
    [Rule("A24")]
    public async Task What_touches_an_emergency_account_waits_for_another_administrator()
    {
        var order = await scene.PostAsync(
            ApiScene.Frank,
            Asking.Assignments,
            Asking.For("adminRemove", Asking.GlobalAdministrator).Whom(scene.IdOf(ApiScene.Emergency))
        );
        order.Is(HttpStatusCode.Created);
        Assert.Equal("secondAdministrator", order.Body!["@pimbot.waitsFor"]!.ToString());
        var path = $"{Asking.Approvals}/{order.Body["id"]}";
        var approve = new JsonObject { ["reviewResult"] = "Approve", ["justification"] = "agreed" };

        var own = await scene.PatchAsync(ApiScene.Frank, path, order.Body["@odata.etag"]!.ToString(), approve);
        own.IsProblem(HttpStatusCode.Forbidden, "UnauthorizedAccess");
        Assert.Equal(["AnotherAdministratorNeeded"], own.Reasons);

        var other = await scene.GetAsync("Emergency access 2", path);
        (await scene.PatchAsync("Emergency access 2", path, other.ETag, approve)).Is(HttpStatusCode.OK);
        Assert.DoesNotContain(
            (await scene.GetAsync(ApiScene.Frank, "/api/roleAssignmentSchedules")).Value,
            s => s["principalId"]!.ToString() == scene.IdOf(ApiScene.Emergency)
        );
        await scene.Settles();
    }

    [Fact]
    public async Task A_whole_role_is_made_permanent_and_who_could_not_be_is_said_with_the_reason()
    {
        const string path = $"/api/roles/{Asking.Exchange}/makePermanent";
        var body = new JsonObject { ["justification"] = "the trial is over" };
        (await scene.PostAsync("Dan", path, body)).IsProblem(HttpStatusCode.NotFound, "ResourceNotFound");

        var done = (await scene.PostAsync(ApiScene.Frank, path, body))
            .Is(HttpStatusCode.OK)
            .Value.ToDictionary(item => item["principalId"]!.ToString());

        Assert.Equal("Provisioned", done[scene.IdOf("Alice")]["request"]!["status"]!.ToString());
        Assert.Equal("PersonDisabled", done[scene.IdOf("Ivan")]["reasons"]![0]!["code"]!.ToString());
        var held = Assert.Single((await scene.GetAsync("Alice", "/api/roleAssignmentSchedules")).Value);
        Assert.Equal("noExpiration", held["scheduleInfo"]!["expiration"]!["type"]!.ToString());
        await scene.Settles();
    }

    [Fact]
    public async Task PimBot_is_set_up_once_by_an_administrator()
    {
        (await scene.PostAsync("Dan", "/api/setUp")).IsProblem(HttpStatusCode.Forbidden, "UnauthorizedAccess");
        (await scene.PostAsync(ApiScene.Frank, "/api/setUp")).Is(HttpStatusCode.OK);

        var again = await scene.PostAsync(ApiScene.Frank, "/api/setUp");

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal(["SetUpAlready"], again.Reasons);
        await scene.Settles();
    }

    private async Task ElevateAsync() =>
        (
            await scene.PostAsync(
                ApiScene.Emergency,
                "/api/elevation",
                new JsonObject { ["justification"] = "decide on wishes" }
            )
        ).Is(HttpStatusCode.Created);
}
