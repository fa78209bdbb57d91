using PimBot.Application.Access;
using PimBot.Application.Tests.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Tests.AsCode;

/// <summary>What the format says of a policy beyond its first version, and where its faults are.</summary>
public sealed class DirectoryFormatTests
{
    private const string Tell = "{ \"recipient\": \"administrators\", \"event\": \"activation\"";

    [Fact]
    public void Everything_that_a_policy_knows_can_be_written()
    {
        var activation = With(
            "policies.1.activation",
            """{ "require": ["approval"], "authenticationContext": "c1", "decisionReason": false, "approvers": [{ "person": "ann" }] }"""
        ).Activation;
        var eligible = With("policies.1.eligible", """{ "offeredMaximum": "P30D" }""").Eligible;

        Assert.Equal(("c1", false), (activation.AuthenticationContext, activation.IsDecisionReasonRequired));
        Assert.Equal(new AssignmentPolicy { OfferedMaximum = TimeSpan.FromDays(30) }, eligible);
    }

    [Fact]
    public void A_notification_is_read_with_all_its_parts()
    {
        var policy = With(
            "policies.1.notifications",
            $$"""[{{Tell}}, "default": false, "further": ["soc@x.example"], "criticalOnly": true }, { "recipient": "requestor", "event": "eligibleAssignment" }]"""
        );

        Assert.Equal(
            [
                new NotificationRule
                {
                    Recipient = NotificationRecipient.Administrators,
                    Event = NotificationEvents.Activation,
                    IsDefaultRecipientsEnabled = false,
                    FurtherRecipients = ["soc@x.example"],
                    IsCriticalOnly = true,
                },
                new NotificationRule
                {
                    Recipient = NotificationRecipient.Requestor,
                    Event = NotificationEvents.EligibleAssignment,
                },
            ],
            policy.Notifications
        );
    }

    [Theory]
    [InlineData("activation.authenticationContext", "\"x1\"", "activation.authenticationContext", "c1 to c99")]
    [InlineData("activation.authenticationContext", "\"c0\"", "activation.authenticationContext", "c1 to c99")]
    [InlineData("activation.authenticationContext", "1", "activation.authenticationContext", "must be a text")]
    [InlineData("activation.decisionReason", "\"no\"", "activation.decisionReason", "must be true or false")]
    [InlineData("eligible.offeredMaximum", "\"P30D\"", "eligible.offeredMaximum", "either enforced or offered")]
    [InlineData("active.offeredMaximum", "\"PT1M\"", "active.offeredMaximum", "must be PT5M to")]
    [InlineData("notifications", "{}", "notifications", "must be a list")]
    [InlineData("notifications", "[{ \"event\": \"activation\" }]", "notifications[0].recipient", "is missing")]
    [InlineData("notifications", $"[{Tell}, \"who\": 1 }}]", "notifications[0].who", "unknown key")]
    [InlineData("notifications", $"[{Tell} }}, {Tell} }}]", "notifications[1]", "second entry for the same recipient")]
    [InlineData("notifications", $"[{Tell}, \"further\": [\"x\"] }}]", "notifications[0].further", "“x” is no mail")]
    [InlineData(
        "notifications",
        $"[{Tell}, \"further\": [\"a@x.example\", \"A@x.example\"] }}]",
        "notifications[0].further[1]",
        "in the list twice"
    )]
    public void A_fault_is_named_with_its_place(string path, string value, string place, string words)
    {
        var result = DirectorySample.With($"policies.1.{path}", value);

        var fault = Assert.Single(result.Faults);
        Assert.Equal($"policies[1].{place}", fault.Place);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.NotNull(fault.Line);
    }

    [Fact]
    public void Mfa_and_an_authentication_context_are_one_or_the_other()
    {
        var both = DirectorySample.With("policies.0.activation.authenticationContext", "\"c1\"");
        var context = DirectorySample.With(
            "policies.0.activation",
            "{ \"require\": [], \"authenticationContext\": \"c1\" }"
        );

        Assert.Equal("policies[0].activation.authenticationContext", Assert.Single(both.Faults).Place);
        // It takes the place of MFA also for a role that must have it.
        Assert.Empty(context.Faults);
    }

    [Fact]
    public void More_addresses_than_can_be_told_are_refused()
    {
        var many = string.Join(',', Enumerable.Range(0, 21).Select(i => $"\"a{i}@x.example\""));

        var fault = Assert.Single(
            DirectorySample.With("policies.1.notifications", $"[{Tell}, \"further\": [{many}] }}]").Faults
        );

        Assert.Equal("policies[1].notifications[0].further", fault.Place);
        Assert.Contains("more than 20", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assignment_may_exceed_its_policy_only_when_it_says_so()
    {
        Assert.Single(DirectorySample.With("assignments.1.end", null).Faults);

        Assert.Empty(
            DirectorySample
                .With(
                    "assignments.1",
                    """{ "group": "ops", "role": "owner", "scope": "/sub", "type": "eligible", "exceedsPolicy": true }"""
                )
                .Faults
        );
    }

    [Fact]
    public void What_runs_already_is_measured_from_now_on()
    {
        const string Old =
            """{ "group": "ops", "role": "owner", "scope": "/sub", "type": "eligible", "start": "2020-01-01", "end": "2026-05-30" }""";

        Assert.Empty(DirectorySample.With("assignments.1", Old).Faults);
    }

    [Fact]
    public void The_operators_name_is_nobodys_id() =>
        Assert.Contains(
            "people[2].id",
            DirectorySample.With("people.2.id", "\"operator\"").Faults.Select(f => f.Place)
        );

    private static RolePolicy With(string path, string value)
    {
        var result = DirectorySample.With(path, value);
        Assert.Empty(result.Faults);
        return result.Contents!.Policies[1];
    }
}
