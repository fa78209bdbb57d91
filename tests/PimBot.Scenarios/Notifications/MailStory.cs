using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Notifications;

/// <summary>Word by mail, for whom chat does not reach and for addresses that settings name.</summary>
public sealed class MailStory : IAsyncDisposable
{
    private const string Erin = "erin@contoso.example";
    private const string Desk = "desk@contoso.example";
    private static readonly TimeSpan Quarter = TimeSpan.FromDays(90);
    private readonly FakeMailServer server = FakeMailServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Whoever_chat_does_not_reach_gets_the_same_word_by_mail_and_others_get_none()
    {
        await using var scene = await StartsAsync();
        await scene.Erin.Uninstalls();

        await scene.Gives(scene.Erin, Administration.GlobalReader, AssignmentType.Eligible, Quarter);

        var mail = Assert.Single(server.Mails);
        Assert.Equal([Erin], mail.To);
        Assert.Equal("pimbot@contoso.example", mail.From);
        Assert.Equal("PimBot: Global Reader was assigned", mail.Subject);
        Assert.Contains("Frank Fischer made you eligible for Global Reader", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Eligible until Sunday 31 May at 08:00 (UTC)", mail.Text, StringComparison.Ordinal);
        Assert.Contains("say “activate Global Reader” to PimBot in chat", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Frank Fischer made you eligible for Global Reader", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        scene.Person("Emergency access 1").Sees("made Erin Eriksen eligible");
        Assert.DoesNotContain(await scene.Audit(), e => e.Event.Action is AuditAction.PersonUnreachable);
    }

    [Fact]
    public async Task An_account_without_a_mailbox_gets_it_at_its_secondary_address_and_a_shared_one_once()
    {
        await using var scene = await StartsAsync();
        await scene.BobAdmin.Uninstalls();
        await scene.Person("Emergency access 1").Uninstalls();
        await scene.Person("Emergency access 2").Uninstalls();

        await scene.Gives(scene.BobAdmin, Administration.GlobalReader, AssignmentType.Eligible, Quarter);

        var mail = Assert.Single(server.To("bob@contoso.example"));
        Assert.Contains("made you eligible for Global Reader", mail.Text, StringComparison.Ordinal);
        Assert.Single(server.To("security@contoso.example"));
        Assert.Equal(2, server.Mails.Count);
    }

    [Fact]
    public async Task An_address_of_the_settings_is_always_mailed_and_reads_who_it_is_about()
    {
        await using var scene = await StartsAsync();
        await NamesAsync(scene, NotificationRecipient.Administrators, NotificationEvents.EligibleAssignment, Desk);

        await scene.Gives(scene.Erin, Administration.GlobalReader, AssignmentType.Eligible, Quarter);

        var mail = Assert.Single(server.Mails);
        Assert.Equal([Desk], mail.To);
        Assert.Contains(
            "Frank Fischer made Erin Eriksen eligible for Global Reader",
            mail.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("because the settings of Global Reader name your address", mail.Text, StringComparison.Ordinal);
        scene.Erin.Sees("made you eligible");
    }

    [Fact]
    public async Task Nothing_is_mailed_twice_for_one_notice()
    {
        await using var scene = await StartsAsync();
        await scene.Erin.Uninstalls();
        await NamesAsync(
            scene,
            NotificationRecipient.Requestor,
            NotificationEvents.EligibleAssignment,
            Erin.ToUpperInvariant()
        );

        await scene.Gives(scene.Erin, Administration.GlobalReader, AssignmentType.Eligible, Quarter);

        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task What_the_settings_address_got_is_not_mailed_again_when_chat_fails_later()
    {
        await using var scene = await StartsAsync();
        await NamesAsync(scene, NotificationRecipient.Requestor, NotificationEvents.EligibleAssignment, Erin);
        scene.Channel.FailNext(1, ChannelFault.Unavailable, scene.Erin.Chat);
        await scene.Gives(scene.Erin, Administration.GlobalReader, AssignmentType.Eligible, Quarter);
        Assert.Single(server.Mails);
        scene.Erin.LosesTheAppUnannounced();

        await scene.Advances(TimeSpan.FromMinutes(1));

        scene.Erin.DoesNotSee("Global Reader");
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task A_server_that_is_down_for_a_day_holds_up_nobody_and_gets_every_mail_when_it_is_back()
    {
        await using var scene = await StartsAsync();
        await scene.Erin.Uninstalls();
        server.IsDown = true;

        await scene.Gives(scene.Erin, Administration.GlobalReader, AssignmentType.Eligible, Quarter);
        scene.Person("Emergency access 1").Sees("made Erin Eriksen eligible");
        for (var hours = 0; hours < 24; hours++)
        {
            await scene.Advances(TimeSpan.FromHours(1));
        }

        await scene.Alice.Says("activate Exchange Administrator for 2h because mailbox migration");
        scene.Alice.Sees("Verify it’s you");
        Assert.Empty(server.Mails);

        server.IsDown = false;
        await scene.Advances(TimeSpan.FromMinutes(10));
        Assert.Equal([Erin], Assert.Single(server.Mails).To);
        Assert.Equal(0, await scene.CountsAudited(AuditAction.NotificationFailed));
    }

    [Fact]
    public async Task A_mailbox_that_is_refused_is_audited_and_holds_up_no_other()
    {
        await using var scene = await StartsAsync();
        await scene.Erin.Uninstalls();
        await scene.Person("Emergency access 1").Uninstalls();
        server.Answers(Erin, "550 no such mailbox");

        await scene.Gives(scene.Erin, Administration.GlobalReader, AssignmentType.Eligible, Quarter);

        Assert.Single(server.To("security@contoso.example"));
        var entry = Assert.Single(await scene.Audit(), e => e.Event.Action is AuditAction.NotificationFailed);
        Assert.Equal(scene.Erin.Id, entry.Event.Subject?.Value);
        Assert.Equal($"mail to {Erin}: Assigned: MailboxUnavailable", entry.Event.Detail);
    }

    [Fact]
    public async Task A_mailbox_that_is_busy_is_tried_again_while_others_get_theirs()
    {
        await using var scene = await StartsAsync();
        await scene.Erin.Uninstalls();
        await scene.Dan.Uninstalls();
        server.Answers(Erin, "451 later");
        await scene.Gives(scene.Erin, Contoso.Helpdesk, AssignmentType.Eligible, Quarter);
        await scene.Gives(scene.Dan, Contoso.Helpdesk, AssignmentType.Eligible, Quarter);

        Assert.Empty(server.To(Erin));
        Assert.Single(server.To("dan@contoso.example"));

        server.Answers(Erin, null);
        await scene.Advances(TimeSpan.FromMinutes(1));
        Assert.Single(server.To(Erin));
    }

    [Fact]
    public async Task What_is_not_taken_in_many_attempts_is_given_up_and_audited()
    {
        await using var scene = await StartsAsync();
        server.IsDown = true;
        var handler = scene.Services.GetServices<IOutboxHandler>().Single(h => h.Kind == OutboxKinds.Mail);
        var payload = $$"""{"address":"{{Erin}}","ofAssignment":{{await NoticeAsync(scene)}}}""";
        OutboxMessage At(int attempts) =>
            new(Guid.NewGuid(), OutboxKinds.Mail, "mail", payload, scene.Clock.GetUtcNow(), attempts, 1);

        var early = await handler.PerformAsync(At(599), TestContext.Current.CancellationToken);
        var late = await handler.PerformAsync(At(600), TestContext.Current.CancellationToken);

        Assert.NotNull(early.Error);
        Assert.Null(late.Error);
        await scene.Changes(late.Record!);
        var entry = Assert.Single(await scene.Audit(), e => e.Event.Action is AuditAction.NotificationFailed);
        Assert.StartsWith($"mail to {Erin}: Removed: ", entry.Event.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_the_audit_says_which_address_was_not_told()
    {
        await using var scene = await Scene.StartAsync();
        await NamesAsync(scene, NotificationRecipient.Administrators, NotificationEvents.EligibleAssignment, Desk);

        await scene.Gives(scene.Erin, Administration.GlobalReader, AssignmentType.Eligible, Quarter);

        var entry = Assert.Single(await scene.Audit(), e => e.Event.Action is AuditAction.NotificationFailed);
        Assert.Equal($"mail to {Desk}: Assigned: not-set-up", entry.Event.Detail);
        Assert.Equal(Administration.GlobalReader, entry.Event.Access);
    }

    [Fact]
    public async Task An_approver_by_mail_counts_as_asked_until_the_mail_is_refused()
    {
        await using var scene = await StartsAsync();
        await scene.Frank.Uninstalls();
        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Dan.DoesNotSee("Could not be reached");
        var mail = Assert.Single(server.To("frank@contoso.example"));
        Assert.Equal("PimBot: Dan Dubois asks for Payments responder", mail.Subject);
        Assert.Contains("Why: refunds are stuck", mail.Text, StringComparison.Ordinal);
        Assert.Contains("To decide, say “approvals” to PimBot in chat.", mail.Text, StringComparison.Ordinal);

        await scene.Dan.Clicks("Cancel request");
        server.Answers("frank@contoso.example", "550 no such mailbox");
        await scene.Dan.Says(Contoso.AskForPayments);
        scene.Dan.Sees("Could not be reached: Frank Fischer");
    }

    [Fact]
    public async Task A_notice_of_the_end_says_how_to_ask_for_more_time_and_a_request_what_became_of_it()
    {
        await using var scene = await StartsAsync();
        await scene.Gives(scene.Grace, Administration.GlobalReader, AssignmentType.Eligible, TimeSpan.FromDays(15));
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Grace.Uninstalls();
        await scene.Dan.Uninstalls();

        await scene.Advances(TimeSpan.FromDays(2));

        var end = Assert.Single(server.To("grace@fabrikam.example"));
        Assert.Equal("PimBot: Global Reader ends soon", end.Subject);
        Assert.Contains("say “extend my assignment of Global Reader” to PimBot", end.Text, StringComparison.Ordinal);
        var request = Assert.Single(server.To("dan@contoso.example"));
        Assert.Equal("PimBot: Your request for Payments responder", request.Subject);
        Assert.Contains("Timed out: nobody decided in time", request.Text, StringComparison.Ordinal);
        Assert.Contains("say “my requests” to PimBot", request.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_became_untrue_while_the_server_was_down_is_not_mailed()
    {
        await using var scene = await StartsAsync();
        await scene.Frank.Uninstalls();
        server.IsDown = true;
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Dan.Clicks("Cancel request");

        server.IsDown = false;
        await scene.Advances(TimeSpan.FromMinutes(10));

        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Names_and_words_of_people_are_text_and_never_headers_or_markup()
    {
        await using var scene = await StartsAsync();
        await scene.Erin.Uninstalls();
        const string Nasty =
            "Reader\r\nBcc: all@evil.example\r\n\r\n<script>alert(1)</script> [x](https://evil.example)";
        await scene.Changes(
            async (work, stop) =>
            {
                var role = await work.Directory.FindRoleAsync(Administration.GlobalReader.Role, stop);
                await work.Directory.UpdateAsync(role! with { Name = Nasty }, stop);
            }
        );

        await scene.Gives(scene.Erin, Administration.GlobalReader, AssignmentType.Eligible, Quarter);

        var mail = Assert.Single(server.Mails);
        Assert.Equal([Erin], mail.To);
        Assert.DoesNotContain("Bcc", mail.HeaderNames, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', mail.Subject);
        Assert.Contains(
            "Reader Bcc: all@evil.example",
            mail.Subject.Replace("  ", " ", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("<script>alert(1)</script> [x](https://evil.example)", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("erin@contoso.example\r\nRCPT TO:<all@evil.example>")]
    [InlineData("Erin <erin@contoso.example>")]
    [InlineData("erin@contoso.example, all@evil.example")]
    [InlineData("nonsense")]
    public async Task What_is_no_plain_address_is_never_sent_to(string address)
    {
        await using var scene = await StartsAsync();
        await scene.Erin.Uninstalls();
        await scene.Changes(
            async (work, stop) =>
            {
                var erin = await work.Directory.FindPersonAsync(new PersonId(scene.Erin.Id), stop);
                await work.Directory.UpdateAsync(erin! with { Mail = address }, stop);
            }
        );

        await scene.Gives(scene.Erin, Administration.GlobalReader, AssignmentType.Eligible, Quarter);

        Assert.Empty(server.Commands);
        var entry = Assert.Single(await scene.Audit(), e => e.Event.Action is AuditAction.NotificationFailed);
        Assert.EndsWith("no-address", entry.Event.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_without_tls_or_that_nobody_trusts_gets_nothing(bool offersTls)
    {
        await using var untrusted = FakeMailServer.Start(offersTls);
        await using var scene = await StartsAsync(
            new Dictionary<string, string?>(untrusted.Settings) { ["Mail:DangerouslyWithoutTls"] = null }
        );
        await scene.Erin.Uninstalls();

        await scene.Gives(scene.Erin, Administration.GlobalReader, AssignmentType.Eligible, Quarter);

        Assert.NotEmpty(untrusted.Commands);
        Assert.DoesNotContain(untrusted.Commands, c => c.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(untrusted.Mails);
    }

    private Task<Scene> StartsAsync(IReadOnlyDictionary<string, string?>? settings = null) =>
        Scene.StartAsync(new SceneOptions { Settings = settings ?? server.Settings });

    private static Task NamesAsync(
        Scene scene,
        NotificationRecipient recipient,
        NotificationEvents about,
        string address
    ) =>
        scene.Sets(
            Administration.GlobalReader,
            new NotificationRule
            {
                Recipient = recipient,
                Event = about,
                FurtherRecipients = [address],
            }
        );

    private static Task<string> NoticeAsync(Scene scene) =>
        Task.FromResult(
            System.Text.Json.JsonSerializer.Serialize(
                new AssignmentNotice(
                    AssignmentNoticeKind.Removed,
                    null,
                    Erin,
                    null,
                    Guid.NewGuid(),
                    Administration.GlobalReader,
                    new PersonId(scene.Erin.Id),
                    null,
                    AssignmentType.Eligible,
                    null
                ),
                System.Text.Json.JsonSerializerOptions.Web
            )
        );
}
