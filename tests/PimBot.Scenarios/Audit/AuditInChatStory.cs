using PimBot.Application.Access.AsCode;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Assignments;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Audit;

/// <summary>Asking the audit in chat: by labels, in words, by the form on a card.</summary>
public sealed class AuditInChatStory
{
    [Fact]
    [Rule("U1")]
    public async Task An_administrator_reads_what_happened_as_sentences_newest_first()
    {
        await using var scene = await StartAsync();
        await scene.Frank.Says("audit");

        scene.Frank.Sees("Alice Andersen became active as Exchange Administrator");
        scene.Frank.Sees("Frank Fischer assigned Exchange Administrator to Erin Eriksen");
        scene.Frank.Sees("mailbox migration");
        Assert.Contains("Filter", scene.Frank.Buttons);
    }

    [Theory]
    [InlineData("audit role:\"Exchange Administrator\" person:alice since:2026-03-02")]
    [InlineData("Audit, Alice, Exchange admin, today please")]
    [InlineData("what did Alice do today?")]
    [InlineData("who activated Exchange Administrator today")]
    [InlineData("audti person:alice@contoso.example")]
    [InlineData("audit person:alice kind:access kind:activations")]
    [InlineData("audit by:alice on 2 March 2026")]
    [InlineData("audit person:alice from 1 March 2026 until tomorrow")]
    [Rule("U9")]
    public async Task Labels_and_plain_words_find_the_same(string text)
    {
        await using var scene = await StartAsync();
        await scene.Frank.Says(text);

        scene.Frank.Sees("Alice Andersen asked to activate Exchange Administrator");
        scene.Frank.DoesNotSee("Erin Eriksen");
    }

    [Theory]
    [InlineData("who approved Exchange Administrator today")]
    [InlineData("audit person:alice yesterday")]
    [InlineData("audit person:carol kind:approvals")]
    [InlineData("audit ticket:INC-9 person:alice")]
    [Rule("U9")]
    public async Task What_did_not_happen_is_not_found(string text)
    {
        await using var scene = await StartAsync();
        await scene.Frank.Says(text);

        scene.Frank.Sees("No entries.");
    }

    [Theory]
    [InlineData(
        "audit person:nobody-at-all",
        "I know no role, person or place “nobody-at-all” that you may ask about."
    )]
    [InlineData("audit kind:gossip", "I know no such kind. The kinds are: activations, approvals,")]
    [InlineData("audit since:whenever", "I don’t understand the time after “since:”.")]
    [InlineData("audit on 31 February", "There is no such day")]
    [InlineData("audit since:2026-03-05 until:2026-03-01", "That span of time is empty")]
    [InlineData("audit request:17", "After “request:” comes a request’s id")]
    [InlineData("who had yesterday", "I don’t know which role you mean.")]
    public async Task What_is_not_understood_is_said_with_examples(string text, string words)
    {
        await using var scene = await StartAsync();
        await scene.Frank.Says(text);

        scene.Frank.Sees(words);
        scene.Frank.Sees("Say for example “audit role:");
    }

    [Fact]
    public async Task Who_is_meant_of_two_is_asked_and_the_button_answers()
    {
        await using var scene = await StartAsync();
        await scene.Bob.Says("my roles");
        await scene.Frank.Says("what did bob do today");
        scene.Frank.Sees("may mean several");

        await scene.Frank.Clicks("Bob Berg (bob@contoso.example)");
        scene.Frank.Sees("done by Bob Berg");
        scene.Frank.Sees("No entries.");
    }

    [Fact]
    [Rule("U9")]
    public async Task The_list_has_pages_details_a_chart_and_a_form()
    {
        await using var scene = await StartAsync();
        foreach (var name in new[] { "Carol", "Dan", "bob@contoso.example" })
        {
            await scene.Frank.Says(
                $"assign Helpdesk Administrator to {name} eligible for 3 months because team change"
            );
        }

        await scene.Frank.Says("audit");
        await scene.Frank.Clicks("Older");
        Assert.Contains("Newest", scene.Frank.Buttons);
        await scene.Frank.Clicks("Per day");
        scene.Frank.Sees("Entries per day");
        scene.Frank.Sees("Mon 2 Mar");
        await scene.Frank.Clicks("Entries");
        await scene.Frank.Clicks("Filter");
        await scene.Frank.Clicks(
            "Show entries",
            new
            {
                who = "erin",
                role = "exchange",
                kind = "Assignments",
                sinceDay = "2026-03-01",
                untilDay = "2026-03-31",
            }
        );
        scene.Frank.Sees("Erin Eriksen · Exchange Administrator · assignments · March 2026");
        scene.Frank.Sees("Frank Fischer assigned Exchange Administrator to Erin Eriksen");
        await scene.Frank.Clicks("Details");
        scene.Frank.Sees("AssignmentAdded");
        scene.Frank.Sees("Hash");
    }

    [Fact]
    public async Task What_is_wrong_in_the_form_comes_back_on_it()
    {
        await using var scene = await StartAsync();
        await scene.Frank.Says("audit");
        await scene.Frank.Clicks("Filter");
        await scene.Frank.Clicks("Show entries", new { who = "nobody-at-all", sinceDay = "2026-03-01" });

        scene.Frank.Sees("I know no role, person or place “nobody-at-all”");
        Assert.Contains("Show entries", scene.Frank.Buttons);
    }

    [Fact]
    [Rule("U7")]
    public async Task Everybody_else_reads_their_own_and_learns_of_nobody()
    {
        await using var scene = await StartAsync();
        await scene.Alice.Says("audit");
        scene.Alice.Sees("My audit");
        scene.Alice.Sees("Alice Andersen became active as Exchange Administrator");
        scene.Alice.DoesNotSee("Erin");

        await scene.Alice.Says("audit person:erin");
        scene.Alice.Sees("I know no role, person or place “erin” that you may ask about.");
        await scene.Alice.Says("audit role:Helpdesk");
        scene.Alice.Sees("I know no role, person or place “Helpdesk” that you may ask about.");
        await scene.Alice.Says("my audit kind:assignments");
        scene.Alice.Sees("No entries.");
    }

    [Fact]
    public async Task Entries_of_others_can_be_had_by_no_button_that_is_sent_by_hand()
    {
        await using var scene = await StartAsync();
        await scene.Frank.Says("audit kind:assignments");
        await scene.Alice.Says("audit");
        for (var number = 1; number < 12; number++)
        {
            await scene.Alice.Invokes(
                Verb("audit.entry", new() { ["entry"] = $"{number}" }),
                scene.Alice.LastMessage!.Id
            );
            scene.Alice.DoesNotSee("Erin");
        }

        await scene.Alice.Invokes(Verb("audit.show", new() { ["person"] = scene.Erin.Id }));
        scene.Alice.DoesNotSee("assigned Exchange");
        var broken = await scene.Alice.Invokes(Verb("audit.show", new() { ["actions"] = "Nonsense" }));
        Assert.Contains("This card is broken", broken.Body, StringComparison.Ordinal);
        var number2 = await scene.Alice.Invokes(Verb("audit.show", new() { ["actions"] = "50" }));
        Assert.Contains("This card is broken", number2.Body, StringComparison.Ordinal);
    }

    [Fact]
    [Rule("U7")]
    public async Task The_owner_of_a_group_reads_what_is_about_the_group()
    {
        await using var scene = await StartAsync();
        await scene.Frank.Says("assign Payments responder to Carol eligible for 3 months because on call");
        await scene.Erin.Says("audit");

        scene.Erin.Sees("Frank Fischer assigned Payments responder at Payments responders to Carol Castillo");
        scene.Erin.DoesNotSee("Alice");
        scene.Erin.DoesNotSee("Helpdesk");
    }

    [Theory]
    [InlineData("audit by:operator")]
    [InlineData("audit operator")]
    [InlineData("what did the operator do today")]
    public async Task What_the_operator_did_by_a_file_is_found_and_named(string text)
    {
        await using var scene = await StartAsync();
        await scene.Changes(
            (work, _) =>
            {
                work.Audit.Append(
                    new AuditEvent
                    {
                        Action = AuditAction.PolicyChanged,
                        Actor = DirectoryOperator.Id,
                        Access = AssignmentScene.Exchange,
                    }
                );
                return Task.CompletedTask;
            }
        );
        await scene.Frank.Says(text);

        scene.Frank.Sees("The operator changed the settings of Exchange Administrator");
        scene.Frank.DoesNotSee("Alice");
    }

    [Fact]
    public async Task Help_tells_those_of_it_who_may_see_others_entries()
    {
        await using var scene = await StartAsync();
        await scene.Frank.Says("help");
        scene.Frank.Sees("who had Global Administrator in October?");
    }

    private static System.Text.Json.Nodes.JsonObject Verb(string verb, System.Text.Json.Nodes.JsonObject data) =>
        new()
        {
            ["type"] = "Action.Execute",
            ["verb"] = verb,
            ["data"] = data,
        };

    // One activation and one assignment.
    private static async Task<Scene> StartAsync()
    {
        var scene = await Scene.StartAsync();
        await scene.Alice.Says(SignInScene.AskForExchange);
        await scene.Passes(scene.Alice);
        await scene.Frank.Says(AssignmentScene.AssignExchangeToErin);
        return scene;
    }
}
