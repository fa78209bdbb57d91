using System.Text.Json.Nodes;

namespace PimBot.Scenarios.AsCode;

/// <summary>A file can do no more than an administrator in chat, and does all of it or nothing.</summary>
public sealed class GuardStory
{
    private static readonly (string, string)[] AlicesExchange = [("person", Ids.Alice), ("role", Ids.Exchange)];

    [Fact]
    public async Task A_file_without_a_section_for_assignments_leaves_them_alone_also_when_pruned()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        PolicyOperator.Edit(file, root => root.AsObject().Remove("assignments"));

        var pruned = await someone.Runs("apply", file, "--yes", "--prune");

        Assert.Equal(0, pruned.ExitCode);
        Assert.Equal(["Nothing to do: the store has what the file says."], pruned.Lines);
    }

    [Fact]
    public async Task Assignments_that_the_file_lacks_are_removed_only_when_pruned()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        PolicyOperator.Edit(file, root => PolicyOperator.Remove(root, "assignments", AlicesExchange));

        var kept = await someone.Runs("apply", file, "--yes");
        var pruned = await someone.Runs("apply", file, "--yes", "--prune");

        Assert.Equal((0, 0), (kept.ExitCode, pruned.ExitCode));
        kept.Says("    Alice Andersen keeps eligible Exchange Administrator");
        pruned.Says("  Alice Andersen loses eligible Exchange Administrator");
        Assert.Equal(
            ["AssignmentRemoved"],
            someone.Finds("SELECT action FROM audit_entries WHERE subject IS NOT NULL")
        );
        Assert.Equal(0, (await someone.Runs("plan", file)).ExitCode);
    }

    [Fact]
    public async Task What_is_assigned_in_chat_shows_as_drift()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        var more = someone.At("more.json");
        File.Copy(file, more);
        PolicyOperator.Edit(more, root => Assign(root, Ids.Dan, Ids.GlobalReader, "eligible"));
        await someone.Runs("apply", more, "--yes");

        var plan = await someone.Runs("plan", file);

        Assert.Equal(2, plan.ExitCode);
        plan.Says("    Dan Dubois keeps eligible Global Reader");
    }

    [Fact]
    public async Task Eligible_becomes_active_in_one_step()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        PolicyOperator.Edit(file, root => PolicyOperator.Entry(root, "assignments", AlicesExchange)["type"] = "active");

        var run = await someone.Runs("apply", file, "--yes", "--prune");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        run.Says("  Alice Andersen becomes active instead of eligible Exchange Administrator, permanent");
        Assert.Equal(0, (await someone.Runs("plan", file)).ExitCode);
    }

    [Fact]
    public async Task The_last_administrator_stays_and_nothing_else_is_done_either()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        PolicyOperator.Edit(
            file,
            root =>
            {
                PolicyOperator.Remove(
                    root,
                    "assignments",
                    ("person", Ids.Frank),
                    ("role", Ids.PrivilegedRoleAdministrator)
                );
                Assign(root, Ids.Dan, Ids.GlobalReader, "eligible");
            }
        );

        var run = await someone.Runs("apply", file, "--yes", "--prune");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            [
                "Frank Fischer loses active Privileged Role Administrator: nobody else would hold the role: its last active holder stays",
                "Nothing was changed.",
            ],
            run.ErrorLines
        );
        Assert.Equal(
            ["AdministrationRefused operator"],
            someone.Finds("SELECT action || ' ' || actor FROM audit_entries WHERE actor IS NOT NULL")
        );
        Assert.Equal(["1"], someone.Finds($"SELECT count(*) FROM assignments WHERE role = '{Ids.GlobalReader}'"));
    }

    [Fact]
    public async Task The_last_administrator_is_not_disabled_by_a_file()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        PolicyOperator.Edit(file, root => PolicyOperator.Entry(root, "people", ("id", Ids.Frank))["enabled"] = false);

        var run = await someone.Runs("apply", file, "--yes");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "Privileged Role Administrator: nobody else would hold the role: its last active holder stays",
            run.ErrorLines
        );
        Assert.Equal(["1"], someone.Finds($"SELECT enabled FROM people WHERE id = '{Ids.Frank}'"));
    }

    [Fact]
    public async Task The_last_owner_of_a_group_stays()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        PolicyOperator.Edit(
            file,
            root => PolicyOperator.Entry(root, "groups", ("name", "Helpdesk"))["owners"] = new JsonArray()
        );

        var run = await someone.Runs("apply", file, "--yes");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Helpdesk: the group would have no owner: its last active owner stays", run.ErrorLines);
    }

    [Theory]
    [InlineData("assignment")]
    [InlineData("kind")]
    [InlineData("group")]
    public async Task An_emergency_account_is_never_touched_by_a_file(string how)
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        PolicyOperator.Edit(
            file,
            root =>
            {
                if (how == "assignment")
                {
                    PolicyOperator.Remove(
                        root,
                        "assignments",
                        ("person", Ids.EmergencyOne),
                        ("role", Ids.GlobalAdministrator)
                    );
                }
                else if (how == "kind")
                {
                    PolicyOperator.Entry(root, "people", ("id", Ids.EmergencyOne))["kind"] = "member";
                }
                else
                {
                    PolicyOperator.Entry(root, "groups", ("name", "Helpdesk"))["members"]!
                        .AsArray()
                        .Add(Ids.EmergencyOne);
                }
            }
        );

        var run = await someone.Runs("apply", file, "--yes", "--prune");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("emergency account", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal("Nothing was changed.", run.ErrorLines[^1]);
        Assert.Empty(someone.Finds("SELECT id FROM assignment_requests"));
    }

    [Fact]
    public async Task An_administrator_does_what_is_theirs_in_their_own_name()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        PolicyOperator.Edit(file, root => Assign(root, Ids.Dan, Ids.GlobalReader, "active"));

        var run = await someone.Runs("apply", file, "--yes", "--as", "FRANK@contoso.example");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(
            [$"AssignmentAdded {Ids.Frank}", $"DirectoryChanged {Ids.Frank}"],
            someone.Finds("SELECT action || ' ' || actor FROM audit_entries WHERE actor IS NOT NULL ORDER BY sequence")
        );
        Assert.Equal(
            ["Settings as code: directory.json"],
            someone.Finds("SELECT reason FROM audit_entries WHERE action = 'AssignmentAdded'")
        );
    }

    [Fact]
    public async Task Whoever_does_not_manage_it_does_nothing()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        PolicyOperator.Edit(
            file,
            root =>
            {
                Assign(root, Ids.Dan, Ids.GlobalReader, "eligible");
                PolicyOperator.Entry(root, "policies", ("role", Ids.Exchange))["activation"]!["maximum"] = "PT1H";
                PolicyOperator.Entry(root, "people", ("id", Ids.Alice))["name"] = "A";
                PolicyOperator.Entry(root, "scopes", ("name", "payments"))["name"] = "B";
                PolicyOperator.Entry(root, "roles", ("name", "Owner"))["name"] = "C";
                PolicyOperator.Entry(root, "groups", ("name", "Helpdesk"))["name"] = "D";
            }
        );

        var run = await someone.Runs("apply", file, "--yes", "--as", Ids.Dan);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(7, run.ErrorLines.Count);
        Assert.All(
            run.ErrorLines.SkipLast(1),
            line => Assert.Contains("does not manage", line, StringComparison.Ordinal)
        );
        Assert.Equal(
            [$"AdministrationRefused {Ids.Dan}"],
            someone.Finds("SELECT action || ' ' || actor FROM audit_entries WHERE actor IS NOT NULL")
        );
    }

    [Fact]
    public async Task An_administrator_whom_nobody_knows_does_nothing()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();

        var run = await someone.Runs("apply", file, "--yes", "--as", "eve@contoso.example");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            ["There is nobody in the store with the id or user principal name eve@contoso.example."],
            run.ErrorLines
        );
    }

    [Fact]
    public async Task An_administrator_who_is_disabled_does_nothing()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        someone.Does($"UPDATE people SET enabled = 0 WHERE id = '{Ids.Frank}'");
        PolicyOperator.Edit(file, root => PolicyOperator.Entry(root, "people", ("id", Ids.Alice))["name"] = "A");

        var run = await someone.Runs("apply", file, "--yes", "--as", Ids.Frank);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["Frank Fischer: the account is disabled", "Nothing was changed."], run.ErrorLines);
    }

    [Fact]
    public async Task Mfa_of_whoever_assigns_is_not_had_on_the_command_line()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        PolicyOperator.Edit(file, root => Assign(root, Ids.Dan, Ids.PrivilegedRoleAdministrator, "active"));

        var run = await someone.Runs("apply", file, "--yes");

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("assign it in chat", run.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_and_its_only_approver_may_come_together()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        PolicyOperator.Edit(
            file,
            root =>
            {
                root["roles"]!
                    .AsArray()
                    .Add(
                        new JsonObject
                        {
                            ["id"] = "judge",
                            ["name"] = "Judge",
                            ["kind"] = "directoryRole",
                        }
                    );
                Assign(root, Ids.Dan, "judge", "eligible");
                var activation = PolicyOperator.Entry(root, "policies", ("role", Ids.Exchange))["activation"]!;
                activation["require"] = new JsonArray("mfa", "approval");
                activation["approvers"] = new JsonArray(new JsonObject { ["role"] = "judge" });
            }
        );

        var run = await someone.Runs("apply", file, "--yes");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.DoesNotContain("PolicyChangeRefused", someone.Finds("SELECT action FROM audit_entries"));
        Assert.Equal(0, (await someone.Runs("plan", file)).ExitCode);
    }

    private static void Assign(JsonNode root, string person, string role, string type) =>
        root["assignments"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["person"] = person,
                    ["role"] = role,
                    ["scope"] = "/",
                    ["type"] = type,
                }
            );
}
