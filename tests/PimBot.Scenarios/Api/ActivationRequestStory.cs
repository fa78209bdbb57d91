using System.Net;
using System.Text.Json.Nodes;
using PimBot.Scenarios.Rules;

namespace PimBot.Scenarios.Api;

/// <summary>Activating over HTTP what the chat activates, under the same rules.</summary>
public sealed class ActivationRequestStory : IAsyncLifetime
{
    private ApiScene scene = null!;

    public async ValueTask InitializeAsync() => scene = await ApiScene.StartAsync();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    public async Task A_second_factor_in_the_token_proves_who_asks()
    {
        var made = await ActivateExchangeAsync();
        Assert.Equal("PendingProvisioning", made.Body!["status"]!.ToString());
        await scene.Settles();

        var request = await scene.GetAsync("Alice", made.Headers["Location"]);
        Assert.Equal("Provisioned", request.Body!["status"]!.ToString());
        Assert.Equal("selfActivate", request.Body["action"]!.ToString());
        var held = Assert.Single(
            (await scene.GetAsync("Alice", "/api/roleAssignmentSchedules")).Value,
            s => s["assignmentType"]!.ToString() == "Activated"
        );
        Assert.Equal(Asking.Exchange, held["roleDefinitionId"]!.ToString());
        Assert.Equal("2026-03-02T10:00:00Z", held["scheduleInfo"]!["expiration"]!["endDateTime"]!.ToString());
        Assert.Equal(held["id"]!.ToString(), request.Body["targetScheduleId"]!.ToString());
    }

    [Fact]
    public async Task Without_a_second_factor_the_request_waits_and_says_where_to_verify()
    {
        var made = await scene.PostAsync("Alice", Asking.Assignments, Asking.Activate(Asking.Exchange));

        made.Is(HttpStatusCode.Created);
        Assert.Equal("AwaitingVerification", made.Body!["status"]!.ToString());
        Assert.Contains("/verify/", made.Body["@pimbot.verificationUrl"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_factor_that_was_given_long_ago_proves_nothing()
    {
        var token = scene.TokenWithMfa("Alice");
        await scene.Scene.Advances(TimeSpan.FromMinutes(11));

        var made = await scene.PostAsync("Alice", Asking.Assignments, Asking.Activate(Asking.Exchange), token);

        Assert.Equal("AwaitingVerification", made.Is(HttpStatusCode.Created).Body!["status"]!.ToString());
    }

    [Theory]
    [InlineData("PT20H", "DurationTooLong", "ExpirationRule", "The longest for this role is 8 hours.")]
    [InlineData("PT1M", "DurationTooShort", "ExpirationRule", "The shortest is 5 minutes.")]
    [InlineData("PT1H30S", "DurationNotWholeMinutes", "ExpirationRule", null)]
    [Rule("B3", "B10")]
    public async Task A_broken_rule_is_refused_in_the_chats_words(
        string duration,
        string code,
        string rule,
        string? sentence
    )
    {
        var answer = await scene.PostAsync(
            "Dan",
            Asking.Assignments,
            Asking.Activate(Asking.Helpdesk, duration).Ticket("INC-1")
        );

        answer.IsProblem(HttpStatusCode.BadRequest, "RoleAssignmentRequestPolicyValidationFailed");
        Assert.Equal([code], answer.Reasons);
        Assert.Equal(rule, answer.Body!["reasons"]![0]!["rule"]!.ToString());
        Assert.Equal(answer.Detail, answer.Body["reasons"]![0]!["message"]!.ToString());
        Assert.Equal(sentence ?? answer.Detail, answer.Detail);
    }

    [Fact]
    [Rule("B10")]
    public async Task All_broken_rules_come_at_once()
    {
        var answer = await scene.PostAsync("Dan", Asking.Assignments, Asking.Activate(Asking.Helpdesk, "PT20H"));

        answer.IsProblem(HttpStatusCode.BadRequest, "RoleAssignmentRequestPolicyValidationFailed");
        Assert.Equal(["DurationTooLong", "TicketRequired"], answer.Reasons.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_is_not_eligible_is_refused()
    {
        var answer = await scene.PostAsync("Frank", Asking.Assignments, Asking.Activate(Asking.Exchange));

        answer.IsProblem(HttpStatusCode.Forbidden, "RoleAssignmentRequestPolicyValidationFailed");
        Assert.Equal(["NotEligible"], answer.Reasons);
        Assert.Equal("EligibilityRule", answer.Body!["reasons"]![0]!["rule"]?.ToString() ?? "EligibilityRule");
    }

    [Fact]
    public async Task Who_is_not_eligible_learns_nothing_of_the_settings_or_of_which_roles_there_are()
    {
        var known = await scene.PostAsync(
            "Grace",
            Asking.Assignments,
            Asking.Activate(Asking.GlobalAdministrator, "PT23H")
        );
        var unknown = await scene.PostAsync("Grace", Asking.Assignments, Asking.Activate("no-such-role", "PT23H"));

        Assert.Equal(["NotEligible"], known.Reasons);
        Assert.Equal(unknown.Status, known.Status);
        Assert.Equal(unknown.Body!["detail"]?.ToString(), known.Body!["detail"]?.ToString());
        Assert.Equal(unknown.Body["reasons"]!.ToJsonString(), known.Body["reasons"]!.ToJsonString());
    }

    [Fact]
    [Rule("B8")]
    public async Task What_is_active_or_asked_for_already_is_a_conflict()
    {
        await scene.PostAsync("Alice", Asking.Assignments, Asking.Activate(Asking.Exchange));
        (await scene.PostAsync("Alice", Asking.Assignments, Asking.Activate(Asking.Exchange))).IsProblem(
            HttpStatusCode.Conflict,
            "PendingRoleAssignmentRequest"
        );

        await scene.PostAsync("Dan", Asking.Assignments, Asking.Activate(Asking.Helpdesk).Ticket("INC-1"));
        await scene.Settles();
        (await scene.PostAsync("Dan", Asking.Assignments, Asking.Activate(Asking.Helpdesk).Ticket("INC-1"))).IsProblem(
            HttpStatusCode.Conflict,
            "RoleAssignmentExists"
        );
    }

    [Fact]
    public async Task Validation_only_says_what_would_be_and_changes_nothing()
    {
        var good = await scene.PostAsync(
            "Dan",
            Asking.Assignments,
            Asking.Activate(Asking.Helpdesk).Ticket("INC-1").With("isValidationOnly", true)
        );
        good.Is(HttpStatusCode.OK);
        Assert.Equal("Granted", good.Body!["status"]!.ToString());
        Assert.Null(good.Body["id"]);

        (
            await scene.PostAsync(
                "Dan",
                Asking.Assignments,
                Asking.Activate(Asking.Helpdesk).With("isValidationOnly", true)
            )
        ).IsProblem(HttpStatusCode.BadRequest, "RoleAssignmentRequestPolicyValidationFailed");
        Assert.Empty((await scene.GetAsync("Dan", Asking.Assignments)).Value);
    }

    [Fact]
    [Rule("A5", "B9")]
    public async Task An_activation_ends_early_but_not_in_its_first_minutes()
    {
        var none = await scene.PostAsync("Alice", Asking.Assignments, Asking.For("selfDeactivate", Asking.Exchange));
        none.IsProblem(HttpStatusCode.Conflict, "RoleAssignmentDoesNotExist");
        await ActivateExchangeAsync();
        await scene.Settles();

        var early = await scene.PostAsync("Alice", Asking.Assignments, Asking.For("selfDeactivate", Asking.Exchange));
        early.IsProblem(HttpStatusCode.Conflict, "ActiveDurationTooShort");

        await scene.Scene.Advances(TimeSpan.FromMinutes(5));
        var ended = await scene.PostAsync("Alice", Asking.Assignments, Asking.For("selfDeactivate", Asking.Exchange));
        ended.Is(HttpStatusCode.Created);
        Assert.Equal("Revoked", ended.Body!["status"]!.ToString());
        await scene.Settles();
        Assert.Empty((await scene.GetAsync("Alice", "/api/roleAssignmentSchedules")).Value);
    }

    [Fact]
    public async Task An_activation_is_extended()
    {
        await scene.PostAsync("Dan", Asking.Assignments, Asking.Activate(Asking.Helpdesk, "PT1H").Ticket("INC-1"));
        await scene.Settles();

        var longer = Asking.For("selfExtend", Asking.Helpdesk).During("PT3H").Ticket("INC-2");
        (await scene.PostAsync("Dan", Asking.Assignments, longer)).Is(HttpStatusCode.Created);
        await scene.Settles();

        var held = Assert.Single(
            (await scene.GetAsync("Dan", "/api/roleAssignmentSchedules")).Value,
            s => s["assignmentType"]!.ToString() == "Activated"
        );
        Assert.Equal("2026-03-02T11:00:00Z", held["scheduleInfo"]!["expiration"]!["endDateTime"]!.ToString());
    }

    [Fact]
    [Rule("B13", "B14")]
    public async Task A_pending_request_is_taken_back_by_who_made_it_or_by_an_administrator()
    {
        var first = await scene.PostAsync("Alice", Asking.Assignments, Asking.Activate(Asking.Exchange));
        var path = $"{first.Headers["Location"]}/cancel";
        (await scene.PostAsync("Dan", path)).IsProblem(HttpStatusCode.NotFound, "ResourceNotFound");
        (await scene.SendAsync(HttpMethod.Post, path, scene.Token("Alice"), ifMatch: "\"other\"")).IsProblem(
            HttpStatusCode.PreconditionFailed,
            "PreconditionFailed"
        );
        (await scene.PostAsync("Alice", path)).Is(HttpStatusCode.NoContent);
        (await scene.PostAsync("Alice", path)).IsProblem(HttpStatusCode.Conflict, "RequestAlreadySettled");

        var second = await scene.PostAsync("Alice", Asking.Assignments, Asking.Activate(Asking.Exchange));
        (await scene.PostAsync(ApiScene.Frank, $"{second.Headers["Location"]}/cancel")).Is(HttpStatusCode.NoContent);
        var seen = await scene.GetAsync("Alice", second.Headers["Location"]);
        Assert.Equal("Canceled", seen.Body!["status"]!.ToString());
        await scene.Settles();
    }

    [Theory]
    [InlineData("action", "selfAktivate", "$.action")]
    [InlineData("action", "SelfActivate", "$.action")]
    [InlineData("principalId", "b0b00000-0000-4000-8000-000000000002", "$.principalId")]
    [InlineData("scheduleInfo", null, "$.scheduleInfo.expiration")]
    [InlineData("roleDefinitionId", null, "$.roleDefinitionId")]
    [InlineData("customData", "x", "$.customData")]
    [InlineData("isValidationOnly", "true", "$.isValidationOnly")]
    public async Task A_request_that_says_more_or_less_is_refused_with_the_place(
        string member,
        string? value,
        string place
    )
    {
        var body = Asking.Activate(Asking.Exchange).With(member, value);

        var answer = await scene.PostAsync("Alice", Asking.Assignments, value is null ? body.Without(member) : body);

        answer.IsProblem(HttpStatusCode.BadRequest, "BadRequest");
        Assert.Equal(place, answer.Body!["place"]!.ToString());
    }

    [Theory]
    [InlineData("""{"type":"afterDuration"}""", "$.scheduleInfo.expiration.duration")]
    [InlineData("""{"type":"afterDateTime","duration":"PT1H"}""", "$.scheduleInfo.expiration.endDateTime")]
    [InlineData("""{"type":"noExpiration"}""", "$.scheduleInfo.expiration.type")]
    [InlineData("""{"type":"never"}""", "$.scheduleInfo.expiration.type")]
    [InlineData("""{"type":"afterDuration","duration":"PT0S"}""", "$.scheduleInfo.expiration.duration")]
    [InlineData("""{"type":"afterDuration","duration":"P999999999D"}""", "$.scheduleInfo.expiration.duration")]
    [InlineData("""{"type":"afterDuration","duration":"-PT1H"}""", "$.scheduleInfo.expiration.duration")]
    [InlineData(
        """{"type":"afterDateTime","endDateTime":"2026-03-02T10:00:00"}""",
        "$.scheduleInfo.expiration.endDateTime"
    )]
    [InlineData("""{"type":"afterDateTime","endDateTime":"tomorrow"}""", "$.scheduleInfo.expiration.endDateTime")]
    public async Task A_time_that_is_none_is_refused_with_the_place(string expiration, string place)
    {
        var body = Asking
            .For("selfActivate", Asking.Exchange)
            .With("scheduleInfo", new JsonObject { ["expiration"] = JsonNode.Parse(expiration) });

        var answer = await scene.PostAsync("Alice", Asking.Assignments, body);

        answer.IsProblem(HttpStatusCode.BadRequest, "BadRequest");
        Assert.Equal(place, answer.Body!["place"]!.ToString());
    }

    private async Task<ApiAnswer> ActivateExchangeAsync() =>
        (
            await scene.PostAsync(
                "Alice",
                Asking.Assignments,
                Asking.Activate(Asking.Exchange),
                scene.TokenWithMfa("Alice")
            )
        ).Is(HttpStatusCode.Created);
}
