using PimBot.Bot.Commands;
using Xunit;

namespace PimBot.Bot.Tests.Commands;

public sealed class ActivationClauseTests
{
    [Theory]
    [InlineData(
        "activate Exchange Administrator for 2h because mailbox migration ticket INC-1234",
        "Exchange Administrator|120|mailbox migration|INC-1234"
    )]
    [InlineData(
        "activate exchange admin 90 min, mailbox migration, INC-1234",
        "exchange admin|90|mailbox migration|INC-1234"
    )]
    [InlineData(
        "activate Exchange Administrator for 2h, mailbox migration, INC-1234",
        "Exchange Administrator|120|mailbox migration|INC-1234"
    )]
    [InlineData("activate GA ticket CHG0030052 for 1h because break glass", "GA|60|break glass|CHG0030052")]
    [InlineData("activate GA because ticket queue is stuck", "GA||ticket queue is stuck|")]
    [InlineData(
        "activate GA because \"the queue for 2h until ticket INC-1\" ticket #4711",
        "GA||the queue for 2h until ticket INC-1|4711"
    )]
    [InlineData("activate GA because the server was down for 2 hours", "GA||the server was down for 2 hours|")]
    [InlineData("activate GA because mailbox migration, for 2h, INC-1234", "GA|120|mailbox migration|INC-1234")]
    [InlineData(
        "activate GA because users, groups and mailboxes must move",
        "GA||users, groups and mailboxes must move|"
    )]
    [InlineData("activate GA reason: quarterly audit ticket: 12345 for: 30m", "GA|30|quarterly audit|12345")]
    [InlineData("activate GA reason:audit ticket:#77", "GA||audit|77")]
    [InlineData("activate GA justification quarterly audit", "GA||quarterly audit|")]
    [InlineData("activate GA for mailbox migration for 2h", "GA|120|mailbox migration|")]
    [InlineData("activate GA 2h to fix the mailboxes", "GA|120|to fix the mailboxes|")]
    [InlineData("activate exchange for 1h to fix mail", "exchange|60|to fix mail|")]
    [InlineData("activate exchnge admin for a migration", "exchnge admin||a migration|")]
    [InlineData("activate exchange admin mailbox migration 2h", "exchange admin|120|mailbox migration|")]
    [InlineData("activate for 2h exchange admin because audit", "exchange admin|120|audit|")]
    [InlineData("activate, for 2h, exchange administrator, audit", "exchange administrator|120|audit|")]
    [InlineData(
        "activate Skype for Business Administrator for 1h because phones",
        "Skype for Business Administrator|60|phones|"
    )]
    [InlineData("exchange admin for 2h because audit", "exchange admin|120|audit|")]
    [InlineData("GA for an hour", "GA|60||")]
    [InlineData(
        "Please activate exchange adm. for 2h. Mailbox migration. INC-1234. Thank you very much!",
        "exchange adm|120|Mailbox migration|INC-1234"
    )]
    [InlineData("activate GA plz for 2h", "GA|120||")]
    [InlineData("activate GA for 2h tiket INC-1234", "GA|120||INC-1234")]
    [InlineData("activate GA urgent for 2h because audit", "GA|120|audit|")]
    [InlineData("activate GA - mailbox migration - INC-1234", "GA||mailbox migration|INC-1234")]
    [InlineData("activate GA\nfor 2h\nbecause audit\nticket INC-9", "GA|120|audit|INC-9")]
    [InlineData("activate GA because I follow up INC-1234", "GA||I follow up INC-1234|INC-1234")]
    [InlineData("activate GA because INC-1234", "GA||INC-1234|INC-1234")]
    [InlineData("activate GA because of KB5034441", "GA||KB5034441|")]
    [InlineData("activate GA due to an outage for 2h", "GA||an outage for 2h|")]
    [InlineData("activate GA mailbox migration for 2h please", "GA|120|mailbox migration|")]
    [InlineData("activate GA, mailbox migration for 2h, INC-1234", "GA|120|mailbox migration|INC-1234")]
    [InlineData("activate GA, restart 2 days old servers, 12345", "GA||restart 2 days old servers|12345")]
    [InlineData("activate GA for the whole day", "GA|1440||")]
    [InlineData("activate GA for 2", "GA|120||")]
    [InlineData("activate GA for 2 mailboxes", "GA||2 mailboxes|")]
    [InlineData("activate GA because I told you", "GA||I told you|")]
    [InlineData("activate GA because “don’t stop” for 2h", "GA|120|don’t stop|")]
    [InlineData("activate GA working from home", "GA||working from home|")]
    public void Clauses_are_read_in_any_order_and_form(string text, string expected)
    {
        var asked = Typed.Activate(text);
        Assert.Null(asked.When?.Fault);
        Assert.Equal(
            expected,
            $"{asked.RoleText}|{asked.When?.Duration?.TotalMinutes}|{asked.Justification}|{asked.Ticket?.Number}"
        );
    }

    [Theory]
    [InlineData("activate VM Contributor for 1h at payments because patch", "VM Contributor at payments|60|patch|")]
    [InlineData("activate VMC for 1h in payments because patch", "VMC in payments|60|patch|")]
    [InlineData("activate VM Contributor for 1h on payments-vm1", "VM Contributor on payments-vm1|60||")]
    [InlineData("activate VM Contributor, for 1h, at payments, patch", "VM Contributor at payments|60|patch|")]
    [InlineData("activate VM Contributor for 1h at payments to fix it", "VM Contributor at payments|60|to fix it|")]
    [InlineData("activate GA for 1h at nowhere because audit", "GA at nowhere|60|audit|")]
    [InlineData("activate GA for 1h in order to fix mail", "GA|60|in order to fix mail|")]
    [InlineData("activate GA for 1h on call this week", "GA|60|on call this week|")]
    [InlineData("activate GA for 1h on behalf of Alice", "GA|60|on behalf of Alice|")]
    public void A_place_belongs_to_the_role_wherever_it_stands(string text, string expected)
    {
        var asked = Typed.Activate(text);
        Assert.Null(asked.When?.Fault);
        Assert.Equal(
            expected,
            $"{asked.RoleText}|{asked.When?.Duration?.TotalMinutes}|{asked.Justification}|{asked.Ticket?.Number}"
        );
    }

    [Theory]
    [InlineData("because x from 10 December 23:00", "x", "2026-12-10 23:00:00 +01:00")]
    [InlineData("because the move starting tomorrow at 9:00 ticket INC-1", "the move", "2026-03-05 09:00:00 +01:00")]
    [InlineData("because the move from 18:00, INC-1", "the move", "2026-03-04 18:00:00 +01:00")]
    [InlineData("reason: users, groups from monday 08:30", "users, groups", "2026-03-09 08:30:00 +01:00")]
    public void A_start_at_the_end_of_the_reason_is_the_start(string clause, string reason, string start)
    {
        var asked = Typed.Activate($"activate GA for 2h {clause}");

        Assert.Equal(reason, asked.Justification);
        Assert.Null(asked.When!.Fault);
        Assert.Equal(start, Typed.Local(asked.When.Start));
        Assert.Equal(TimeSpan.FromHours(2), asked.When.Duration);
    }

    [Theory]
    [InlineData("because of the move on Monday")]
    [InlineData("because of the move tomorrow at 9:00")]
    [InlineData("because of the move tomorrow")]
    [InlineData("because backups fail from 9:00")]
    [InlineData("because of the meeting at 15:00 ticket INC-1")]
    [InlineData("because the change window opens in 2 hours")]
    [InlineData("because of the move from 30 February")]
    [InlineData(", mailbox migration tomorrow 9:00")]
    public void What_may_be_a_start_at_the_end_of_the_reason_is_asked_about(string clause)
    {
        var asked = Typed.Activate($"activate GA for 2h {clause}");

        Assert.Equal(TimeFaults.StartInReason, asked.When!.Fault);
        Assert.Equal(TimeSpan.FromHours(2), asked.When.Duration);
        Assert.NotNull(asked.Justification);
        Assert.Null(Typed.Activate($"activate GA now for 2h {clause}").When!.Fault);
    }

    [Theory]
    [InlineData("because of the outage from yesterday")]
    [InlineData("because of the mails from 10 December 2025 9:00")]
    [InlineData("because it must be done today")]
    [InlineData("because they need it now")]
    [InlineData("because the disk filled in 2 hours again")]
    [InlineData("because we lost 5 of 8 at peak")]
    [InlineData("because I come from Monday Ltd")]
    [InlineData("because \"the move from 10 December 23:00\"")]
    public void What_is_no_future_moment_stays_the_reason(string clause)
    {
        var asked = Typed.Activate($"activate GA for 2h {clause}");

        Assert.Null(asked.When!.Fault);
        Assert.Null(asked.When.Start);
        Assert.Equal(
            clause
                .Replace("because of", "", StringComparison.Ordinal)
                .Replace("because", "", StringComparison.Ordinal)
                .Trim(' ', '"'),
            asked.Justification
        );
    }

    [Theory]
    [InlineData("ticket ServiceNow INC-1234", "ServiceNow", "INC-1234")]
    [InlineData("ticket in Jira ABC-12", "Jira", "ABC-12")]
    [InlineData("servicenow ticket 12345", "servicenow", "12345")]
    [InlineData("jira OPS-7", "jira", "OPS-7")]
    [InlineData("ticket number 12345", null, "12345")]
    [InlineData("ticket no. 12345", null, "12345")]
    [InlineData("#INC-1234", null, "INC-1234")]
    [InlineData("#4711", null, "4711")]
    [InlineData("incident INC0012345", null, "INC0012345")]
    [InlineData("chg0030052", null, "chg0030052")]
    public void A_ticket_may_name_its_system(string clause, string? system, string number)
    {
        Assert.Equal(new TicketAsked(system, number), Typed.Activate($"activate GA {clause}").Ticket);
        Assert.Equal(
            new TicketAsked(system, number),
            Typed.Activate($"activate GA because audit {clause}").Ticket ?? new("missed", clause)
        );
        Assert.Equal(new TicketAsked(system, number), Typed.Activate($"activate GA, audit, {clause}").Ticket);
    }

    [Theory]
    [InlineData("activate GA until 17:00 because audit ticket INC-1", null, "2026-03-04 17:00:00 +01:00")]
    [InlineData("activate GA from tomorrow 9:00 for 1h", "2026-03-05 09:00:00 +01:00", null)]
    [InlineData("activate GA starting monday 08:30", "2026-03-09 08:30:00 +01:00", null)]
    [InlineData("activate GA tomorrow from 9:00 to 11:00", "2026-03-05 09:00:00 +01:00", "2026-03-05 11:00:00 +01:00")]
    [InlineData("activate GA tomorrow at 9 for 1h", "2026-03-05 09:00:00 +01:00", null)]
    [InlineData("activate GA from 16 to 18:30", "2026-03-04 16:00:00 +01:00", "2026-03-04 18:30:00 +01:00")]
    [InlineData("activate GA from 22:00 until 02:00", "2026-03-04 22:00:00 +01:00", "2026-03-05 02:00:00 +01:00")]
    [InlineData("activate GA 5pm for 1h", "2026-03-04 17:00:00 +01:00", null)]
    [InlineData("activate GA in 2 hours for 30m", "2026-03-04 16:00:00 +01:00", null)]
    [InlineData("activate GA 2 hours from now", "2026-03-04 16:00:00 +01:00", null)]
    [InlineData("activate GA now for 1h", null, null)]
    [InlineData("activate GA until 5pm, audit", null, "2026-03-04 17:00:00 +01:00")]
    [InlineData("activate GA until midnight", null, "2026-03-05 00:00:00 +01:00")]
    [InlineData("activate GA for 1h on 29 March at 9:00", "2026-03-29 09:00:00 +02:00", null)]
    public void Start_and_end_are_in_the_persons_zone(string text, string? start, string? until)
    {
        var asked = Typed.Activate(text);
        Assert.Equal("GA", asked.RoleText);
        Assert.Null(asked.When!.Fault);
        Assert.Equal((start, until), (Typed.Local(asked.When.Start), Typed.Local(asked.When.Until)));
    }

    [Theory]
    [InlineData("activate GA from yesterday 9:00 for 1h", TimeFaults.Passed)]
    [InlineData("activate GA starting last monday 9:00 for 1h", TimeFaults.Passed)]
    [InlineData("activate GA for 0 minutes", TimeFaults.NotPositive)]
    [InlineData("activate GA for -2h", TimeFaults.NotPositive)]
    [InlineData("activate GA for 99999999999999 days", TimeFaults.TooLong)]
    [InlineData("activate GA for 90 seconds", TimeFaults.WholeMinutes)]
    [InlineData("activate GA for 2h until 17:00", TimeFaults.DurationAndEnd)]
    [InlineData("activate GA for 2h for 3h", TimeFaults.Twice)]
    [InlineData("activate GA from today 9:00", TimeFaults.Passed)]
    [InlineData("activate GA from 2026-03-01 09:00 for 1h", TimeFaults.Passed)]
    [InlineData("activate GA from tomorrow 9:00 until today 17:00", TimeFaults.EndBeforeStart)]
    [InlineData("activate GA until the migration is over", TimeFaults.NotAMoment)]
    [InlineData("activate GA from tomorrow", TimeFaults.TimeMissing)]
    [InlineData("activate GA tomorrow morning for 1h", TimeFaults.TimeMissing)]
    [InlineData("activate GA 9:00-11:00", TimeFaults.Range)]
    [InlineData("activate GA from 9-11", TimeFaults.Range)]
    [InlineData("activate GA until 25:00", TimeFaults.NoSuchTime)]
    [InlineData("activate GA until 17:00 PST", TimeFaults.OtherZone)]
    public void A_time_that_cannot_be_used_is_a_fault_in_words(string text, string fault)
    {
        var when = Typed.Activate(text).When!;
        Assert.Equal(fault, when.Fault);
        Assert.Equal((null, null, null), (when.Duration, when.Start, when.Until));
    }

    [Fact]
    public void A_justification_keeps_no_invisible_characters() =>
        Assert.Equal("audit of mail", Typed.Activate("activate GA because au\u202Edit\u200B of\tmail").Justification);

    [Fact]
    public void A_hidden_character_in_a_role_stays_to_be_refused_by_matching() =>
        Assert.IsType<RoleMatch.None>(
            RoleNames.Match(Typed.Activate("activate Glo\u200Bbal Administrator").RoleText!, Typed.Roles)
        );
}
