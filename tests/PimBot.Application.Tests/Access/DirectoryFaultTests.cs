using PimBot.Application.Access;

namespace PimBot.Application.Tests.Access;

public sealed class DirectoryFaultTests
{
    [Fact]
    public void The_sample_has_no_faults() => Assert.Empty(DirectorySample.Read(DirectorySample.Json).Faults);

    [Theory]
    [InlineData("people", null, "people", "is missing")]
    [InlineData("roles", null, "roles", "is missing")]
    [InlineData("scopes", "null", "scopes", "must not be null")]
    [InlineData("people", "{}", "people", "must be a list, not an object")]
    [InlineData("persons", "[]", "persons", "unknown key; known are people, groups, scopes")]
    [InlineData("people.0", "7", "people[0]", "must be an object with id, name,")]
    [InlineData("people.0.id", null, "people[0].id", "is missing")]
    [InlineData("people.0.id", "null", "people[0].id", "must not be null")]
    [InlineData("people.0.id", "\"\"", "people[0].id", "must not be empty")]
    [InlineData("people.0.id", "\" ann\"", "people[0].id", "begin or end with a space")]
    [InlineData("people.0.id", "7", "people[0].id", "must be a text, not the number 7")]
    [InlineData("people.1.id", "\"ANN\"", "people[1].id", "is the id of another person already")]
    [InlineData("people.0.name", null, "people[0].name", "is missing")]
    [InlineData("people.0.name", "\"  \"", "people[0].name", "must not be empty")]
    [InlineData("people.0.name", "\"a\\nb\"", "people[0].name", "control characters")]
    [InlineData("people.0.name", "\"a\\u202Eb\"", "people[0].name", "writing direction")]
    [InlineData("people.0.nmae", "\"Ann\"", "people[0].nmae", "is an unknown key")]
    [InlineData("people.0.a b", "1", "people[0][\"a b\"]", "is an unknown key")]
    [InlineData(
        "people.0.kind",
        "\"Member\"",
        "people[0].kind",
        "must be one of member, guest, personal, serviceAccount, emergency, not the text \"Member\""
    )]
    [InlineData("people.0.enabled", "\"yes\"", "people[0].enabled", "must be true or false, not the text \"yes\"")]
    [InlineData("people.0.manager", "\"nobody\"", "people[0].manager", "there is no person with the id \"nobody\"")]
    [InlineData("people.0.manager", "\"ann\"", "people[0].manager", "nobody is their own manager")]
    [InlineData("people.0.linkedTo", "\"nobody\"", "people[0].linkedTo", "there is no person")]
    [InlineData("people.0.linkedTo", "\"ann\"", "people[0].linkedTo", "nobody is their own second account")]
    [InlineData("people.2.linkedTo", "\"ben\"", "people[2].linkedTo", "link to \"ann\" instead")]
    [InlineData("people.2.upn", "\"ANN@x.example\"", "people[2].upn", "belongs to another person already")]
    [InlineData("people.0.mail", "[]", "people[0].mail", "must be a text, not a list")]
    [InlineData("people.0.lastSignIn", "\"yesterday\"", "people[0].lastSignIn", "must be an ISO 8601 date-time")]
    [InlineData("people.0.lastSignIn", "\"P1D\"", "people[0].lastSignIn", "must not be in the future")]
    [InlineData("groups.0.members.0", "\"nobody\"", "groups[0].members[0]", "there is no person")]
    [InlineData("groups.0.members.1", "\"ann\"", "groups[0].members[1]", "is in the list twice")]
    [InlineData("groups.0.owners", "\"ann\"", "groups[0].owners", "must be a list")]
    [InlineData("scopes.0.id", "\"/mg\"", "scopes[1].id", "is the id of another scope already")]
    [InlineData("scopes.0.kind", "\"tenant\"", "scopes[0].kind", "must be one of directory, managementGroup")]
    [InlineData("scopes.2.parent", "\"/no\"", "scopes[2].parent", "there is no scope with the id \"/no\"")]
    [InlineData(
        "scopes.1.parent",
        "\"/sub\"",
        "scopes[1].parent",
        "of kind managementGroup can't lie in one of kind subscription"
    )]
    [InlineData("scopes.0.parent", "\"/mg\"", "scopes[0].parent", "of kind directory can't lie in")]
    [InlineData("scopes.1.parent", "\"/mg\"", "scopes[1].parent", "closes a loop")]
    [InlineData("roles.1.id", "\"owner\"", "roles[2].id", "is the id of another role already")]
    [InlineData("roles.1.kind", null, "roles[1].kind", "is missing")]
    [InlineData("roles.1.privileged", "1", "roles[1].privileged", "must be true or false")]
    [InlineData("roles.1.aliases.0", "\"front\"", "roles[1].aliases[1]", "is in the list twice")]
    [InlineData("policies.1.role", "\"none\"", "policies[1].role", "there is no role with the id \"none\"")]
    [InlineData("policies.1.scope", "\"/none\"", "policies[1].scope", "there is no scope")]
    [InlineData("policies.1.scope", null, "policies[1].scope", "is missing")]
    [InlineData(
        "policies.0.scope",
        "\"/sub\"",
        "policies[0].scope",
        "is a role of the directory, and can't be held at \"Sub\""
    )]
    [InlineData("policies.1.scope", "\"/g\"", "policies[1].scope", "is a role of Azure resources")]
    [InlineData(
        "policies.+",
        "{\"role\":\"desk\",\"scope\":\"/\"}",
        "policies[3]",
        "is a second policy for the same role and scope"
    )]
    [InlineData(
        "policies.0.activation.require",
        "[\"justification\"]",
        "policies[0].activation.require",
        "must contain mfa: for this role it can't be switched off"
    )]
    [InlineData(
        "policies.0.activation.require",
        "[\"mfa\",\"mfa\"]",
        "policies[0].activation.require[1]",
        "is in the list twice"
    )]
    [InlineData(
        "policies.0.activation.require",
        "[\"MFA\"]",
        "policies[0].activation.require[0]",
        "must be one of mfa, justification, ticket, approval"
    )]
    [InlineData(
        "policies.0.activation.maximum",
        "\"2 hours\"",
        "policies[0].activation.maximum",
        "must be an ISO 8601 duration"
    )]
    [InlineData(
        "policies.0.activation.maximum",
        "\"P\"",
        "policies[0].activation.maximum",
        "must be an ISO 8601 duration"
    )]
    [InlineData(
        "policies.0.activation.maximum",
        "\"P1DT\"",
        "policies[0].activation.maximum",
        "must be an ISO 8601 duration"
    )]
    [InlineData(
        "policies.0.activation.maximum",
        "\"-PT1H\"",
        "policies[0].activation.maximum",
        "must be an ISO 8601 duration"
    )]
    [InlineData("policies.0.activation.maximum", "\"PT4M\"", "policies[0].activation.maximum", "must be PT5M to P1D")]
    [InlineData(
        "policies.0.activation.maximum",
        "\"PT24H1M\"",
        "policies[0].activation.maximum",
        "must be PT5M to P1D"
    )]
    [InlineData("policies.0.activation.maximum", "\"PT5M30S\"", "policies[0].activation.maximum", "whole minutes")]
    [InlineData(
        "policies.0.activation.maximum",
        "2",
        "policies[0].activation.maximum",
        "must be a text, not the number 2"
    )]
    [InlineData("policies.1.activation.window", "\"PT59M\"", "policies[1].activation.window", "must be PT1H to P14D")]
    [InlineData("policies.1.activation.window", "\"P15D\"", "policies[1].activation.window", "must be PT1H to P14D")]
    [InlineData(
        "policies.1.activation.approvers",
        null,
        "policies[1].activation.approvers",
        "must name at least one approver"
    )]
    [InlineData(
        "policies.1.activation.approvers",
        "[]",
        "policies[1].activation.approvers",
        "must name at least one approver"
    )]
    [InlineData(
        "policies.0.activation.channel",
        "{\"conversation\":\"19:a@thread.tacv2\",\"name\":\"Approvals\"}",
        "policies[0].activation.channel",
        "require does not contain approval"
    )]
    [InlineData(
        "policies.1.activation.channel",
        "{\"conversation\":\"19:a@thread.tacv2;messageid=17\",\"name\":\"Approvals\"}",
        "policies[1].activation.channel.conversation",
        "must be the conversation's id"
    )]
    [InlineData(
        "policies.1.activation.channel",
        "{\"conversation\":\"https://teams.microsoft.com/l/channel/19%3a\",\"name\":\"Approvals\"}",
        "policies[1].activation.channel.conversation",
        "must be the conversation's id"
    )]
    [InlineData(
        "policies.1.activation.channel",
        "{\"name\":\"Approvals\"}",
        "policies[1].activation.channel.conversation",
        "is missing"
    )]
    [InlineData(
        "policies.1.activation.channel",
        "{\"conversation\":\"19:a@thread.tacv2\",\"name\":\"Approvals\",\"insteadOfDirectMessages\":\"yes\"}",
        "policies[1].activation.channel.insteadOfDirectMessages",
        "must be true or false"
    )]
    [InlineData(
        "policies.0.activation.approvers",
        "[{\"person\":\"ann\"}]",
        "policies[0].activation.approvers",
        "require does not contain approval"
    )]
    [InlineData(
        "policies.1.activation.approvers.1.person",
        "\"nobody\"",
        "policies[1].activation.approvers[1].person",
        "there is no person"
    )]
    [InlineData(
        "policies.1.activation.approvers.1.person",
        "\"bot\"",
        "policies[1].activation.approvers[1].person",
        "is a service account"
    )]
    [InlineData(
        "policies.1.activation.approvers.2.group",
        "\"none\"",
        "policies[1].activation.approvers[2].group",
        "there is no group"
    )]
    [InlineData(
        "policies.1.activation.approvers.0.role",
        "\"none\"",
        "policies[1].activation.approvers[0].role",
        "there is no role"
    )]
    [InlineData(
        "policies.1.activation.approvers.1",
        "{\"person\":\"ann\",\"role\":\"owner\"}",
        "policies[1].activation.approvers[1]",
        "exactly one of person, group and role"
    )]
    [InlineData(
        "policies.1.activation.approvers.1",
        "{}",
        "policies[1].activation.approvers[1]",
        "exactly one of person, group and role"
    )]
    [InlineData(
        "policies.1.activation.approvers.1",
        "{\"role\":\"owner\"}",
        "policies[1].activation.approvers[1]",
        "is in the list twice"
    )]
    [InlineData(
        "policies.1.active.require",
        "[\"ticket\"]",
        "policies[1].active.require[0]",
        "must be one of mfa, justification, not"
    )]
    [InlineData("policies.1.eligible.maximum", "\"PT1M\"", "policies[1].eligible.maximum", "must be PT5M to")]
    [InlineData(
        "policies.1.notify",
        "[\"all\"]",
        "policies[1].notify[0]",
        "must be one of activation, eligibleAssignment, activeAssignment"
    )]
    [InlineData("assignments.0.person", "\"nobody\"", "assignments[0].person", "there is no person")]
    [InlineData("assignments.0.person", null, "assignments[0]", "exactly one of person and group")]
    [InlineData("assignments.0.group", "\"ops\"", "assignments[0]", "exactly one of person and group")]
    [InlineData("assignments.1.group", "\"none\"", "assignments[1].group", "there is no group")]
    [InlineData("assignments.0.role", "\"none\"", "assignments[0].role", "there is no role")]
    [InlineData("assignments.0.scope", "\"/none\"", "assignments[0].scope", "there is no scope")]
    [InlineData("assignments.0.scope", "\"/g\"", "assignments[0].scope", "can't be held at \"G\"")]
    [InlineData("assignments.0.type", null, "assignments[0].type", "is missing")]
    [InlineData("assignments.0.type", "\"permanent\"", "assignments[0].type", "must be one of eligible, active")]
    [InlineData(
        "assignments.0.person",
        "\"bot\"",
        "assignments[0].person",
        "is a service account, and these are active only"
    )]
    [InlineData("assignments.0.end", "\"2026-13-01\"", "assignments[0].end", "must be an ISO 8601 date-time")]
    [InlineData("assignments.2.end", "\"2026-02-28\"", "assignments[2].end", "must be after the start")]
    [InlineData("assignments.2.end", "\"2026-03-01\"", "assignments[2].end", "must be after the start")]
    [InlineData("assignments.2.end", "\"2026-03-01T00:04:59Z\"", "assignments[2].end", "at least 5 minutes")]
    [InlineData("assignments.0.end", "\"PT4M\"", "assignments[0].end", "at least 5 minutes")]
    [InlineData(
        "assignments.1.end",
        null,
        "assignments[1].end",
        "must be given: the role's policy allows at most P90D"
    )]
    [InlineData(
        "assignments.1.end",
        "\"P91D\"",
        "assignments[1].end",
        "is too late: the role's policy allows at most P90D"
    )]
    [InlineData(
        "assignments.2.end",
        "\"2026-04-01T09:00:01Z\"",
        "assignments[2].end",
        "is too late: the role's policy allows at most P30D"
    )]
    [InlineData(
        "assignments.+",
        "{\"person\":\"ANN\",\"role\":\"29232CDF-9323-42FD-ADE2-1D097AF3E4DE\",\"scope\":\"/\",\"type\":\"eligible\"}",
        "assignments[3]",
        "is the same as the assignment in line"
    )]
    public void A_fault_is_named_with_its_place(string path, string? value, string place, string words)
    {
        var result = DirectorySample.With(path, value);

        Assert.Null(result.Contents);
        var fault = Assert.Single(result.Faults, f => f.Place == place);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.NotNull(fault.Line);
        Assert.NotNull(fault.Column);
    }

    [Theory]
    [InlineData("people.0.id", 201)]
    [InlineData("people.0.name", 201)]
    [InlineData("people.0.mail", 321)]
    [InlineData("groups.0.name", 201)]
    [InlineData("roles.0.id", 201)]
    [InlineData("scopes.0.id", 501)]
    public void A_text_that_is_too_long_is_refused(string path, int length)
    {
        var refused = DirectorySample.With(path, $"\"{new string('x', length)}\"");
        var accepted = DirectorySample.With(path, $"\"{new string('x', length - 1)}\"");

        Assert.Contains(refused.Faults, f => f.Message == $"is longer than {length - 1} characters");
        Assert.DoesNotContain(accepted.Faults, f => f.Message.StartsWith("is longer than", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_fault_is_found_in_one_go_in_the_order_of_the_document()
    {
        const string Json = """
            { "people": [ { "id": "a", "name": "" }, { "id": "a", "nme": "A" } ],
              "scopes": [ { "id": "/", "kind": "x", "name": "X" } ],
              "roles": [ { "id": "r", "name": "R", "kind": "directoryRole" } ],
              "assignments": [ { "person": "b", "role": "r", "scope": "/", "type": "eligible", "end": "soon" } ] }
            """;

        Assert.Equal(
            [
                "people[0].name (line 1, column 36): must not be empty",
                "people[1].name (line 1, column 42): is missing",
                "people[1].id (line 1, column 50): is the id of another person already, in line 1: \"a\"",
                "people[1].nme (line 1, column 55): is an unknown key; known are id, name, upn, mail, secondaryMail, kind, linkedTo, manager, enabled, lastSignIn",
                "scopes[0].kind (line 2, column 36): must be one of directory, managementGroup, subscription, resourceGroup, resource, group, not the text \"x\"",
                "assignments[0].person (line 4, column 32): there is no person with the id \"b\"",
                "assignments[0].end (line 4, column 91): must be an ISO 8601 date-time such as 2030-01-31T08:00:00Z, or a duration from the load such as P90D, not \"soon\"",
            ],
            DirectorySample.Read(Json).Faults.Select(f => f.ToString())
        );
    }

    [Fact]
    public void A_key_that_is_given_twice_is_refused()
    {
        var result = DirectorySample.Read(
            DirectorySample.Json.Replace(
                "\"name\": \"Ann\"",
                "\"name\": \"Ann\",\n\"name\": \"Eve\"",
                StringComparison.Ordinal
            )
        );

        var fault = Assert.Single(result.Faults);
        Assert.Equal("people[0].name (line 4, column 1): is given twice, first in line 3", fault.ToString());
    }

    [Fact]
    public void A_loop_of_scopes_is_one_fault()
    {
        var result = DirectorySample.Read(
            """
            { "people": [], "roles": [],
              "scopes": [
                { "id": "a", "kind": "managementGroup", "name": "A", "parent": "b" },
                { "id": "b", "kind": "managementGroup", "name": "B", "parent": "c" },
                { "id": "c", "kind": "managementGroup", "name": "C", "parent": "a" },
                { "id": "d", "kind": "managementGroup", "name": "D", "parent": "b" } ] }
            """
        );

        Assert.Equal("scopes[2].parent", Assert.Single(result.Faults).Place);
    }

    [Fact]
    public void A_reference_to_an_entry_with_a_fault_is_no_second_fault()
    {
        var result = DirectorySample.With("people.0.name", "7");

        Assert.Equal("people[0].name", Assert.Single(result.Faults).Place);
    }

    [Fact]
    public void A_role_id_in_capitals_does_not_get_around_mfa()
    {
        var json = DirectorySample
            .Json.Replace(
                DirectorySample.Exchange,
                DirectorySample.Exchange.ToUpperInvariant(),
                StringComparison.Ordinal
            )
            .Replace("[\"mfa\"] } },", "[\"ticket\"] } },", StringComparison.Ordinal);

        Assert.Contains(
            "can't be switched off",
            Assert.Single(DirectorySample.Read(json).Faults).Message,
            StringComparison.Ordinal
        );
    }
}
