using System.Net;
using System.Text.Json.Nodes;
using PimBot.Api.Policies;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Api;

/// <summary>Settings as Graph publishes them, and changed through the one door.</summary>
public sealed class PolicyStory : IAsyncLifetime
{
    private const string Exchange = "29232cdf-9323-42fd-ade2-1d097af3e4de";
    private const string Helpdesk = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
    private const string GlobalAdministrator = "62e90394-69f5-4237-9190-012177145e10";
    private const string GlobalReader = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
    private const string Owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    private const string UserAccess = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";
    private const string MachineContributor = "9980e02c-c2be-4d73-94e8-173b1dc7cf3c";
    private const string Production = "/subscriptions/c0de0001-0000-4000-8000-000000000001";
    private const string Sandbox = "/subscriptions/c0de0002-0000-4000-8000-000000000002";
    private const string Payments = $"{Production}/resourceGroups/payments";

    private ApiScene scene = null!;

    public async ValueTask InitializeAsync() => scene = await ApiScene.StartAsync();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    [Rule("D2")]
    public async Task The_published_default_policy_comes_out_as_published()
    {
        var answer = await scene.GetAsync(ApiScene.Frank, $"/api/policies/{GlobalReader}");

        answer.Is(HttpStatusCode.OK);
        Assert.True(answer.Body!["@pimbot.isDefault"]!.GetValue<bool>());
        Golden.Matches("Policy.published-default", answer.Body["rules"]!.DeepClone());
    }

    [Theory]
    [InlineData("Policy.global-administrator", GlobalAdministrator, "/")]
    [InlineData("Policy.exchange-administrator", Exchange, "/")]
    [InlineData("Policy.helpdesk-administrator", Helpdesk, "/")]
    [InlineData("Policy.owner-of-critical-subscription", Owner, Production)]
    [InlineData("Policy.user-access-administrator", UserAccess, Sandbox)]
    [InlineData("Policy.virtual-machine-contributor", MachineContributor, Payments)]
    public async Task The_six_example_policies_come_out_as_published(string golden, string role, string scope)
    {
        await scene.PostAsync(
            ApiScene.Emergency,
            "/api/elevation",
            new JsonObject { ["justification"] = "look at Azure", ["duration"] = "PT1H" }
        );

        var answer = await scene.GetAsync(
            ApiScene.Emergency,
            $"/api/policies/{role}?scope={Uri.EscapeDataString(scope)}"
        );

        Golden.Matches(golden, answer.Is(HttpStatusCode.OK).Body!["rules"]!.DeepClone());
    }

    [Fact]
    [Rule("D3")]
    public async Task There_are_17_rules_with_their_published_ids()
    {
        var answer = await scene.GetAsync(ApiScene.Frank, $"/api/policies/{Exchange}/rules");

        Assert.Equal(PolicyRuleIds.All, answer.Value.Select(rule => rule["id"]!.ToString()));
        Assert.Equal(17, answer.Value.Count);
    }

    [Fact]
    public async Task A_rule_is_changed_by_who_has_seen_what_it_changes()
    {
        const string path = $"/api/policies/{Exchange}/rules/{PolicyRuleIds.ActivationExpiration}";
        var before = await scene.GetAsync(ApiScene.Frank, path);
        Assert.Equal("PT2H", before.Body!["maximumDuration"]!.ToString());

        var after = await scene.PatchAsync(ApiScene.Frank, path, before.ETag, Expiration("PT1H45M"));

        after.Is(HttpStatusCode.OK);
        Assert.Equal("PT1H45M", after.Body!["maximumDuration"]!.ToString());
        Assert.NotEqual(before.ETag, after.ETag);
        Assert.Equal(
            after.ETag,
            (await scene.GetAsync(ApiScene.Frank, $"/api/policies/{Exchange}")).Body!["@odata.etag"]!.ToString()
        );
    }

    [Fact]
    public async Task A_change_without_or_with_an_outdated_etag_changes_nothing()
    {
        const string path = $"/api/policies/{Exchange}/rules/{PolicyRuleIds.ActivationExpiration}";
        var seen = await scene.GetAsync(ApiScene.Frank, path);

        (await scene.PatchAsync(ApiScene.Frank, path, null, Expiration("PT1H"))).IsProblem(
            HttpStatusCode.PreconditionRequired,
            "PreconditionRequired"
        );
        (await scene.PatchAsync(ApiScene.Frank, path, "*", Expiration("PT1H"))).IsProblem(
            HttpStatusCode.PreconditionFailed,
            "PreconditionFailed"
        );
        (await scene.PatchAsync(ApiScene.Frank, path, "W/" + seen.ETag, Expiration("PT1H"))).IsProblem(
            HttpStatusCode.PreconditionFailed,
            "PreconditionFailed"
        );
        (await scene.PatchAsync(ApiScene.Frank, path, seen.ETag, Expiration("PT3H"))).Is(HttpStatusCode.OK);
        (await scene.PatchAsync(ApiScene.Frank, path, seen.ETag, Expiration("PT1H"))).IsProblem(
            HttpStatusCode.PreconditionFailed,
            "PreconditionFailed"
        );
        Assert.Equal("PT3H", (await scene.GetAsync(ApiScene.Frank, path)).Body!["maximumDuration"]!.ToString());
    }

    [Fact]
    public async Task Several_rules_change_together_or_not_at_all()
    {
        const string path = $"/api/policies/{Exchange}";
        var before = await scene.GetAsync(ApiScene.Frank, path);
        var context = new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.unifiedRoleManagementPolicyAuthenticationContextRule",
            ["id"] = PolicyRuleIds.ActivationContext,
            ["isEnabled"] = true,
            ["claimValue"] = "c1",
        };

        var alone = await scene.PatchAsync(ApiScene.Frank, path, before.ETag, Rules(context.DeepClone()));
        alone.IsProblem(HttpStatusCode.BadRequest, "InvalidPolicy");
        Assert.Equal(["MfaAndContext"], alone.Reasons);

        var enablement = new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.unifiedRoleManagementPolicyEnablementRule",
            ["id"] = PolicyRuleIds.ActivationEnablement,
            ["enabledRules"] = new JsonArray("Justification", "Ticketing"),
        };
        var both = await scene.PatchAsync(ApiScene.Frank, path, before.ETag, Rules(context, enablement));

        both.Is(HttpStatusCode.OK);
        var rules = both.Body!["rules"]!.AsArray().ToDictionary(r => r!["id"]!.ToString(), r => r!);
        Assert.Equal("c1", rules[PolicyRuleIds.ActivationContext]["claimValue"]!.ToString());
        Assert.Equal(
            ["Justification", "Ticketing"],
            rules[PolicyRuleIds.ActivationEnablement]["enabledRules"]!.AsArray().Select(r => r!.ToString())
        );
    }

    [Fact]
    [Rule("D5")]
    public async Task A_setting_that_is_impossible_for_the_role_is_refused_in_the_chats_words()
    {
        const string path = $"/api/policies/{GlobalAdministrator}/rules/{PolicyRuleIds.ActivationEnablement}";
        var seen = await scene.GetAsync(ApiScene.Frank, path);

        var answer = await scene.PatchAsync(
            ApiScene.Frank,
            path,
            seen.ETag,
            new JsonObject
            {
                ["@odata.type"] = "#microsoft.graph.unifiedRoleManagementPolicyEnablementRule",
                ["enabledRules"] = new JsonArray("Justification"),
            }
        );

        answer.IsProblem(HttpStatusCode.BadRequest, "InvalidPolicy");
        Assert.Equal(["MfaCannotBeSwitchedOff"], answer.Reasons);
        Assert.Equal(PolicyRuleIds.ActivationEnablement, answer.Body!["reasons"]![0]!["rule"]!.ToString());
    }

    [Theory]
    [InlineData(
        """{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyExpirationRule","maximumDuration":"PT1H","further":1}""",
        "$.further"
    )]
    [InlineData(
        """{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyExpirationRule","maximumDuration":7}""",
        "$.maximumDuration"
    )]
    [InlineData(
        """{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyExpirationRule","maximumDuration":"P1M"}""",
        "$.maximumDuration"
    )]
    [InlineData(
        """{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyExpirationRule","isExpirationRequired":false}""",
        "$.isExpirationRequired"
    )]
    [InlineData(
        """{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyExpirationRule","id":"Expiration_Admin_Eligibility"}""",
        "$.id"
    )]
    [InlineData(
        """{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyEnablementRule","enabledRules":[]}""",
        "$.@odata.type"
    )]
    [InlineData(
        """{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyExpirationRule","target":{"caller":"Admin","operations":["All"],"level":"Assignment","inheritableSettings":[],"enforcedSettings":[]}}""",
        "$.target"
    )]
    [InlineData("""{"@odata.type":"#microsoft.graph.unknown"}""", "$")]
    [InlineData("""{"maximumDuration":"PT1H"}""", "$")]
    [InlineData("""{"maximumDuration":"PT1H","maximumDuration":"PT2H"}""", "$")]
    [InlineData("[]", "$")]
    [InlineData("{", "$")]
    [InlineData("", "$")]
    public async Task A_body_that_says_more_or_else_is_refused_with_the_place(string body, string place)
    {
        const string path = $"/api/policies/{Exchange}/rules/{PolicyRuleIds.ActivationExpiration}";
        var seen = await scene.GetAsync(ApiScene.Frank, path);

        var answer = await scene.SendAsync(HttpMethod.Patch, path, scene.Token(ApiScene.Frank), body, seen.ETag);

        answer.IsProblem(HttpStatusCode.BadRequest, "BadRequest");
        Assert.Equal(place, answer.Body!["place"]!.ToString());
        Assert.Equal(seen.ETag, (await scene.GetAsync(ApiScene.Frank, path)).ETag);
    }

    [Fact]
    public async Task A_body_that_is_too_long_or_no_plain_json_is_refused()
    {
        const string path = $"/api/policies/{Exchange}/rules/{PolicyRuleIds.ActivationExpiration}";
        var token = scene.Token(ApiScene.Frank);

        (await scene.SendAsync(HttpMethod.Patch, path, token, new string(' ', 300 * 1024) + "{}", "\"x\"")).IsProblem(
            HttpStatusCode.RequestEntityTooLarge,
            "RequestTooLarge"
        );
        (await scene.SendAsync(HttpMethod.Patch, path, token, "{}", "\"x\"", "text/plain")).IsProblem(
            HttpStatusCode.UnsupportedMediaType,
            "UnsupportedMediaType"
        );
    }

    [Fact]
    public async Task Who_may_only_view_is_told_so_and_who_may_not_even_that_learns_nothing()
    {
        const string path = $"/api/policies/{Exchange}/rules/{PolicyRuleIds.ActivationExpiration}";
        var carol = Asking.For("adminAssign", GlobalReader).Whom(scene.IdOf("Carol")).During("P1D");
        (await scene.PostAsync(ApiScene.Frank, Asking.Assignments, carol)).Is(HttpStatusCode.Created);

        var seen = await scene.GetAsync("Carol", path);
        seen.Is(HttpStatusCode.OK);
        var refused = await scene.PatchAsync("Carol", path, seen.ETag, Expiration("PT1H"));
        refused.IsProblem(HttpStatusCode.Forbidden, "UnauthorizedAccess");
        Assert.Equal(["NotAdministrator"], refused.Reasons);

        (await scene.GetAsync("Dan", path)).IsProblem(HttpStatusCode.NotFound, "ResourceNotFound");
        (await scene.PatchAsync("Dan", path, seen.ETag, Expiration("PT1H"))).IsProblem(
            HttpStatusCode.NotFound,
            "ResourceNotFound"
        );
        Assert.Empty((await scene.GetAsync("Dan", "/api/policies")).Value);
    }

    [Fact]
    public async Task Policies_are_filtered_and_paged()
    {
        var all = await scene.GetAsync(ApiScene.Frank, "/api/policies");
        Assert.All(
            all.Value,
            policy => Assert.Contains(policy["scopeType"]!.ToString(), new[] { "DirectoryRole", "Group" })
        );

        var one = await scene.GetAsync(ApiScene.Frank, $"/api/policies?role={Exchange}");
        Assert.Equal(Exchange, Assert.Single(one.Value)["@pimbot.roleDefinitionId"]!.ToString());

        var found = new List<string>();
        for (var next = "/api/policies?$top=2"; next is not null; )
        {
            var page = await scene.GetAsync(ApiScene.Frank, next);
            Assert.InRange(page.Value.Count, 1, 2);
            found.AddRange(page.Value.Select(policy => policy["id"]!.ToString()));
            next = page.Body!["@odata.nextLink"]?.ToString();
        }

        Assert.Equal(all.Value.Select(policy => policy["id"]!.ToString()), found);
    }

    [Theory]
    [InlineData("/api/policies?$filter=roleDefinitionId eq 'x'", "?$filter")]
    [InlineData("/api/policies?rolle=x", "?rolle")]
    [InlineData("/api/policies?role=x&role=y", "?role")]
    [InlineData("/api/policies?$top=0", "?$top")]
    [InlineData("/api/policies?$skipToken=~", "?$skipToken")]
    public async Task A_query_that_is_not_understood_is_refused(string path, string place)
    {
        var answer = await scene.GetAsync(ApiScene.Frank, path);

        answer.IsProblem(HttpStatusCode.BadRequest, "BadRequest");
        Assert.Equal(place, answer.Body!["place"]!.ToString());
    }

    private static JsonObject Expiration(string maximum) =>
        new()
        {
            ["@odata.type"] = "#microsoft.graph.unifiedRoleManagementPolicyExpirationRule",
            ["id"] = PolicyRuleIds.ActivationExpiration,
            ["isExpirationRequired"] = true,
            ["maximumDuration"] = maximum,
            ["target"] = new JsonObject
            {
                ["caller"] = "EndUser",
                ["operations"] = new JsonArray("All"),
                ["level"] = "Assignment",
                ["inheritableSettings"] = new JsonArray(),
                ["enforcedSettings"] = new JsonArray(),
            },
        };

    private static JsonObject Rules(params JsonNode[] rules) => new() { ["rules"] = new JsonArray(rules) };
}
