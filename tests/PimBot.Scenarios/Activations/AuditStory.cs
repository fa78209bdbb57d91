using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Activations;

public sealed class AuditStory
{
    [Fact]
    [Rule("U1", "U8")]
    public async Task Each_step_of_an_activation_is_there_with_who_why_and_ticket()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says("activate Exchange Administrator for 1h because mailbox migration ticket INC-1234");
        await scene.Fails(scene.Alice);
        await scene.Passes(scene.Alice);
        await scene.Alice.Says("extend for 2h because more mailboxes");
        await scene.Passes(scene.Alice);
        await scene.Advances(TimeSpan.FromMinutes(10));
        await scene.Alice.Says("end exchange");

        Assert.Equal(
            [
                "ActivationRequested by Alice Andersen: mailbox migration, INC-1234",
                "VerificationFailed by Alice Andersen: mailbox migration, INC-1234",
                "VerificationPassed by Alice Andersen: mailbox migration, INC-1234, playground",
                "AccessGranted by PimBot: mailbox migration, INC-1234, 2026-03-02T09:00:00.0000000Z",
                "ActivationRequested by Alice Andersen: more mailboxes",
                "VerificationPassed by Alice Andersen: more mailboxes, playground",
                "AccessExtended by PimBot: more mailboxes, 2026-03-02T10:00:00.0000000Z",
                "AccessEnded by Alice Andersen: EndedByHolder",
                "AccessRevoked by PimBot",
            ],
            await StoryOf(scene)
        );
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_refusal_is_there_with_each_broken_rule()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says("my roles");
        await scene.Alice.Clicks("Activate Exchange Administrator");
        var submit = CardAction.Of(scene.Alice.LastCard!).Single().Action.DeepClone().AsObject();
        submit["data"]!["duration"] = "180";

        await scene.Alice.Invokes(submit, scene.Alice.LastMessage!.Id);

        Assert.Equal(
            [
                "ActivationRefused by Alice Andersen: "
                    + "ExpirationRule:DurationTooLong,JustificationRule:JustificationRequired",
            ],
            await StoryOf(scene)
        );
    }

    [Fact]
    public async Task A_request_that_is_taken_back_and_one_that_ends_by_itself_are_there()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate payments responder for 1h because refunds are stuck");
        await scene.Dan.Clicks("Cancel request");
        await scene.Dan.Says("activate helpdesk for 1h ticket INC-1");
        await scene.Advances(TimeSpan.FromHours(1));

        Assert.Equal(
            [
                "ActivationRequested by Dan Dubois: refunds are stuck",
                "RequestCanceled by Dan Dubois: refunds are stuck",
                "ActivationRequested by Dan Dubois: INC-1",
                "AccessGranted by PimBot: INC-1, 2026-03-02T09:00:00.0000000Z",
                "AccessEnded by PimBot: Expired",
                "AccessRevoked by PimBot",
            ],
            await StoryOf(scene)
        );
        await scene.BooksBalance();
    }

    [Fact]
    public async Task What_is_only_looked_at_leaves_no_entry()
    {
        await using var scene = await Scene.StartAsync();

        foreach (var text in new[] { "my roles", "status", "my requests", "help", "activate", "helpdesk", "cancel" })
        {
            await scene.Dan.Says(text);
        }

        Assert.Empty(await StoryOf(scene));
    }

    /// <summary>The entries after the directory's and those of alerts, as an auditor reads them.</summary>
    private static async Task<IReadOnlyList<string>> StoryOf(Scene scene)
    {
        var audit = await scene.Audit();
        Assert.Null(AuditChain.FirstFault(audit, AuditChain.Beginning, 1));
        string Who(AuditEvent happened) =>
            scene.People.SingleOrDefault(person => person.Id == happened.Actor?.Value)?.Name ?? "PimBot";
        return
        [
            .. audit
                .Select(entry => entry.Event)
                .Where(happened =>
                    happened.Action is not (AuditAction.DirectoryLoaded or AuditAction.AlertIncidentOpened)
                )
                .Select(happened => (happened, Words: Words(happened)))
                .Select(read => $"{read.happened.Action} by {Who(read.happened)}{read.Words}"),
        ];
    }

    private static string Words(AuditEvent happened)
    {
        var words = string.Join(", ", new[] { happened.Reason, happened.Ticket, happened.Detail }.OfType<string>());
        return words.Length == 0 ? "" : $": {words}";
    }
}
