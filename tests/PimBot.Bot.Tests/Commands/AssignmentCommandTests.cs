using System.Globalization;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Domain.Access;
using Xunit;

namespace PimBot.Bot.Tests.Commands;

/// <summary>What administrators and holders say about standing assignments.</summary>
public sealed class AssignmentCommandTests
{
    [Theory]
    [InlineData("assign", nameof(AssignCommand))]
    [InlineData("please assign Exchange Administrator to Bob", nameof(AssignCommand))]
    [InlineData("asign exchange admin to bob", nameof(AssignCommand))]
    [InlineData("give Bob Exchange Administrator", nameof(AssignCommand))]
    [InlineData("make Bob eligible for Exchange Administrator", nameof(AssignCommand))]
    [InlineData("remove Bob from Exchange Administrator", nameof(RemoveCommand))]
    [InlineData("rmove bob from exchange", nameof(RemoveCommand))]
    [InlineData("make permanent Exchange Administrator", nameof(MakePermanentCommand))]
    [InlineData("shorten Bob's Exchange Administrator to 15 days", nameof(ProlongCommand))]
    [InlineData("members Exchange Administrator", nameof(MembersCommand))]
    [InlineData("who has Global Administrator?", nameof(MembersCommand))]
    [InlineData("show members of Exchange Administrator please", nameof(MembersCommand))]
    [InlineData("pending requests", nameof(PendingCommand))]
    [InlineData("extend eligibility Exchange Administrator", nameof(ExtendEligibilityCommand))]
    [InlineData("renew Exchange Administrator", nameof(RenewCommand))]
    [InlineData("extend Exchange Administrator by 1h", nameof(ExtendCommand))]
    [InlineData("elevate", nameof(ElevateCommand))]
    [InlineData("elevate for 2h because nobody owns the sandbox", nameof(ElevateCommand))]
    [InlineData("elevate Exchange Administrator for 2h", nameof(ActivateCommand))]
    [InlineData("end elevation", nameof(EndElevationCommand))]
    [InlineData("end Exchange Administrator", nameof(EndCommand))]
    [InlineData("give me Exchange Administrator", nameof(ActivateCommand))]
    [InlineData("make me Exchange Administrator", nameof(ActivateCommand))]
    public void What_is_meant_is_understood(string text, string expected) =>
        Assert.Equal(expected, Typed.Parse(text).GetType().Name);

    [Theory]
    [InlineData("Exchange Administrator to Bob Berg", "ea", "Bob Berg", null)]
    [InlineData("exch admin to bob@contoso.example", "exch admin", "bob@contoso.example", null)]
    [InlineData("Bob Berg to Exchange Administrator", "ea", "Bob Berg", null)]
    [InlineData("Bob Berg Exchange Administrator", "Exchange Administrator", "Bob Berg", null)]
    [InlineData("Exchange Administrator Bob", "ea", "Bob", null)]
    [InlineData(
        "Skype for Business Administrator to Jörg Müller-Lüdenscheidt",
        "sfb",
        "Jörg Müller-Lüdenscheidt",
        null
    )]
    [InlineData("VM Contributor to Bob at payments", "vmc", "Bob", "payments")]
    [InlineData("VM Contributor at Contoso Production to Bob", "vmc", "Bob", "Contoso Production")]
    [InlineData("VM Contributor of payments to group Helpdesk", "vmc", "group Helpdesk", "payments")]
    [InlineData("the Exchange Administrator role to the user Bob", "ea", "user Bob", null)]
    [InlineData("to Bob", null, "Bob", null)]
    [InlineData("Coffee Administrator to Bob", "Coffee Administrator", "Bob", null)]
    [InlineData("User Administrator to Head of IT", "ua", "Head of IT", null)]
    [InlineData("", null, null, null)]
    public void Role_person_and_place_are_told_apart(string words, string? role, string? who, string? place)
    {
        var asked = Asked($"assign {words}");

        var names = AskedNames.Read(asked, Typed.Roles, leading: "");

        Assert.Equal((role, who, place), (names.RoleText, names.Who, names.Place));
    }

    [Theory]
    [InlineData("remove Bob Berg from Exchange Administrator", "ea", "Bob Berg")]
    [InlineData("remove Exchange Administrator from Bob", "ea", "Bob")]
    [InlineData("remove Bob's Exchange Administrator", "ea", "Bob")]
    [InlineData("remove Bob’s exch admin role", "exch admin role", "Bob")]
    [InlineData("remove Bob", null, "Bob")]
    [InlineData("remove Owen from VM Contributor", "vmc", "Owen")]
    public void Whose_and_which_are_told_apart(string text, string? role, string? who)
    {
        var asked = Assert.IsType<RemoveCommand>(Typed.Parse(text)).Asked;

        var names = AskedNames.Read(asked, Typed.Roles, leading: "from", isAboutWho: true);

        Assert.Equal((role, who), (names.RoleText, names.Who));
    }

    [Theory]
    [InlineData("eligible for 3 months", AssignmentType.Eligible, 90)]
    [InlineData("for 3 months, eligible", AssignmentType.Eligible, 90)]
    [InlineData("active for a year", AssignmentType.Active, 365)]
    [InlineData("active for 15 days", AssignmentType.Active, 15)]
    [InlineData("eligible for half a year", AssignmentType.Eligible, 180)]
    [InlineData("eligible for one quarter", AssignmentType.Eligible, 90)]
    [InlineData("eligible for 2 weeks", AssignmentType.Eligible, 14)]
    [InlineData("eligible 6mo", AssignmentType.Eligible, 180)]
    [InlineData("eligible for P90D", AssignmentType.Eligible, 90)]
    [InlineData("eligible P1Y", AssignmentType.Eligible, 365)]
    public void Kind_and_period_are_read_in_any_order(string words, AssignmentType type, int days)
    {
        var asked = Asked($"assign Exchange Administrator to Bob {words}");

        Assert.Equal((type, TimeSpan.FromDays(days)), (asked.Type, asked.Period?.Length));
        Assert.Null(asked.Fault);
        Assert.Equal("Bob", AskedNames.Read(asked, Typed.Roles, "").Who);
    }

    [Theory]
    [InlineData("until 30 June", "2026-07-01 00:00")]
    [InlineData("until 2026-06-30", "2026-07-01 00:00")]
    [InlineData("until 30 June 2026 17:00", "2026-06-30 17:00")]
    [InlineData("until Friday", "2026-03-07 00:00")]
    public void A_day_as_the_end_is_a_whole_day(string words, string end)
    {
        var asked = Asked($"assign Exchange Administrator to Bob eligible {words}");

        Assert.Equal(end, At(asked.Period?.Until));
    }

    [Theory]
    [InlineData("from 1 April for 1 month", "2026-04-01 00:00")]
    [InlineData("starting monday 9:00 for 1 month", "2026-03-09 09:00")]
    [InlineData("from today for 1 month", null)]
    [InlineData("from now on for 1 month", null)]
    public void A_start_is_read(string words, string? start)
    {
        var asked = Asked($"assign Exchange Administrator to Bob eligible {words}");

        Assert.Equal(start, At(asked.Start));
        Assert.Equal(TimeSpan.FromDays(30), asked.Period?.Length);
    }

    [Theory]
    [InlineData("permanently")]
    [InlineData("permanent")]
    [InlineData("pernament")]
    [InlineData("forever")]
    public void Permanent_is_read(string word) =>
        Assert.True(Asked($"assign Exchange Administrator to Bob eligible {word}").Period?.IsPermanent);

    [Theory]
    [InlineData("until the cows come home")]
    [InlineData("for 0 days")]
    [InlineData("for 3 months until 30 June")]
    [InlineData("until 1 March 2026")]
    [InlineData("from 1 July until 30 June 2026")]
    public void A_time_that_can_not_be_is_a_fault_and_never_a_guess(string words)
    {
        var asked = Asked($"assign Exchange Administrator to Bob eligible {words}");

        Assert.NotNull(asked.Fault);
        Assert.Null(asked.Period);
    }

    [Fact]
    public void The_reason_is_kept_and_times_in_it_are_its_own_words()
    {
        var asked = Asked("assign Exchange Administrator to Bob active for 1 month because he was away for 2 weeks");

        Assert.Equal("he was away for 2 weeks", asked.Justification);
        Assert.Equal(TimeSpan.FromDays(30), asked.Period?.Length);
    }

    [Theory]
    [InlineData("because of the project for 3 months", "for 3 months")]
    [InlineData("because of the project until 30 June", "until 30 June")]
    [InlineData("because of the project for 3 months at payments", "for 3 months")]
    [InlineData("because \"of the project for 3 months\"", null)]
    [InlineData("because we wait until the move is done", null)]
    [InlineData("because of the outage from yesterday", null)]
    [InlineData("because of the migration", null)]
    public void A_period_at_the_end_of_the_reason_is_kept_apart_and_never_taken(string words, string? period)
    {
        var asked = Asked($"assign Exchange Administrator to Bob active {words}");

        Assert.Equal(period, asked.PeriodInReason);
        Assert.Equal((null, null, null), (asked.Period, asked.Start, asked.Fault));
        Assert.EndsWith(words.Split(' ')[^1].Trim('"'), asked.Justification, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("remove Helpdesk from Exchange", "Exchange", "Helpdesk")]
    [InlineData("remove Exchange from Helpdesk", "Helpdesk", "Exchange")]
    public void The_word_before_tells_a_role_from_a_group_of_the_same_name(string text, string role, string who)
    {
        NamedRole[] roles = [new("exchange", "Exchange", []), new("helpdesk", "Helpdesk", [])];
        var asked = Assert.IsType<RemoveCommand>(Typed.Parse(text)).Asked;

        var names = AskedNames.Read(asked, roles, leading: "from", isAboutWho: true);

        Assert.Equal((role.ToLowerInvariant(), who), (names.RoleText, names.Who));
    }

    [Fact]
    public void Active_directory_is_a_name_and_emergency_access_1_has_no_period()
    {
        var asked = Asked("assign Exchange Administrator to Active Directory Team eligible");
        Assert.Equal("Active Directory Team", AskedNames.Read(asked, Typed.Roles, "").Who);
        Assert.Equal(AssignmentType.Eligible, asked.Type);

        var emergency = Asked("assign Exchange Administrator to Emergency access 1 eligible");
        Assert.Equal("Emergency access 1", AskedNames.Read(emergency, Typed.Roles, "").Who);
        Assert.Null(emergency.Period);
    }

    private static AssignmentAsked Asked(string text) => Assert.IsType<AssignCommand>(Typed.Parse(text)).Asked;

    private static string? At(DateTimeOffset? moment) =>
        moment is { } at
            ? TimeZoneInfo.ConvertTime(at, Typed.Stockholm).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : null;
}
