using PimBot.Bot.Audit;
using PimBot.Bot.Commands;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Tests.Audit;

/// <summary>Spans of past time as people say them, by a clock in Stockholm on Wednesday 4 November 2026, 10:00.</summary>
public sealed class PastSpanTests
{
    private static readonly TextContext Context = new(
        new DateTimeOffset(2026, 11, 4, 9, 0, 0, TimeSpan.Zero),
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"),
        []
    );

    [Theory]
    [InlineData("in October", "2026-09-30T22:00", "2026-10-31T23:00")]
    [InlineData("in october 2025", "2025-09-30T22:00", "2025-10-31T23:00")]
    [InlineData("in November", "2026-10-31T23:00", "2026-11-30T23:00")]
    [InlineData("in December", "2025-11-30T23:00", "2025-12-31T23:00")]
    [InlineData("in March", "2026-02-28T23:00", "2026-03-31T22:00")]
    [InlineData("during 2025", "2024-12-31T23:00", "2025-12-31T23:00")]
    [InlineData("today", "2026-11-03T23:00", "2026-11-04T23:00")]
    [InlineData("yesterday", "2026-11-02T23:00", "2026-11-03T23:00")]
    [InlineData("this week", "2026-11-01T23:00", "2026-11-08T23:00")]
    [InlineData("last week", "2026-10-25T23:00", "2026-11-01T23:00")]
    [InlineData("last month", "2026-09-30T22:00", "2026-10-31T23:00")]
    [InlineData("last year", "2024-12-31T23:00", "2025-12-31T23:00")]
    [InlineData("last Monday", "2026-11-01T23:00", "2026-11-02T23:00")]
    [InlineData("on Wednesday", "2026-11-03T23:00", "2026-11-04T23:00")]
    [InlineData("the last 7 days", "2026-10-28T09:00", "2026-11-04T09:00")]
    [InlineData("in the past 2 hours", "2026-11-04T07:00", "2026-11-04T09:00")]
    [InlineData("on 25 October", "2026-10-24T22:00", "2026-10-25T23:00")]
    [InlineData("on 2026-03-29", "2026-03-28T23:00", "2026-03-29T22:00")]
    [InlineData("on 5 December", "2025-12-04T23:00", "2025-12-05T23:00")]
    [InlineData("since:2026-10-01", "2026-09-30T22:00", null)]
    [InlineData("since 1 October until 5 October", "2026-09-30T22:00", "2026-10-05T22:00")]
    [InlineData("before October", null, "2026-09-30T22:00")]
    [InlineData("after 2026-10-01", "2026-10-01T22:00", null)]
    [InlineData("between 1 and 5 October", "2026-09-30T22:00", "2026-10-05T22:00")]
    [InlineData("between September and October", "2026-08-31T22:00", "2026-10-31T23:00")]
    [InlineData("since:2026-10-01T14:00Z until:2026-10-01T15:30Z", "2026-10-01T14:00", "2026-10-01T15:30")]
    public void A_span_is_read_by_the_persons_own_clock(string text, string? from, string? until)
    {
        var asked = Asked($"audit {text}");

        Assert.Null(asked.Fault);
        Assert.Empty(asked.Parts);
        Assert.Equal((from, until), (Text(asked.Span.From), Text(asked.Span.Until)));
    }

    [Theory]
    [InlineData("audit on 31 February")]
    [InlineData("audit since:9999-99-99")]
    [InlineData("audit the last 99999999 days")]
    [InlineData("audit since 0001-01-01")]
    [InlineData("audit since:3/4/2026")]
    public void What_no_calendar_has_is_a_fault(string text) => Assert.NotNull(Asked(text).Fault);

    [Theory]
    [InlineData("who had Global Administrator in October?", "Global Administrator")]
    [InlineData("Please, who had the role Owner at Contoso Production last month", "Owner|Contoso Production")]
    [InlineData("who held Exchange admin between 1 and 5 October", "Exchange admin")]
    [InlineData("what did May do in May", "")]
    [InlineData("who approved Alice's request for Owner yesterday", "Alice|Owner")]
    public void Names_are_what_is_left(string text, string names) =>
        Assert.Equal(names, string.Join('|', Asked(text).Parts.Select(p => p.Text)));

    [Fact]
    public void Whoever_is_called_like_a_month_is_a_person() => Assert.Equal("May", Asked("what did May do").ActorText);

    [Fact]
    public void Labels_are_read_with_quotes_and_without()
    {
        var asked = Asked(
            "audit role:\"Global Administrator\" person:Bob Berg since:2026-10-01 kind:approvals ticket:INC-1"
        );

        Assert.Equal(("Global Administrator", "Bob Berg", "INC-1"), (asked.RoleText, asked.PersonText, asked.Ticket));
        Assert.Equal(AuditKinds.In(AuditKind.Approvals).Order(), asked.Actions);
    }

    [Theory]
    [InlineData(
        "audit role:\"Global Administrator\" by:Bob since:2026-10-01 until:2026-10-05 kind:approvals ticket:\"INC 1\""
    )]
    [InlineData("audit, by \"Bob\", \"Owner\" request:11111111-2222-4333-8444-555555555555")]
    public void What_a_button_says_is_read_back_to_the_same(string text)
    {
        var asked = Asked(text);
        var again = Asked(AuditAskedText.Of("audit", asked));

        Assert.Equal(asked.Parts, again.Parts);
        Assert.Equal(asked.Actions ?? [], again.Actions ?? []);
        Assert.Equal(asked with { Parts = [], Actions = null }, again with { Parts = [], Actions = null });
    }

    private static AuditAsked Asked(string text) =>
        CommandParser.Parse(text, Context) switch
        {
            AuditCommand audit => audit.Asked,
            HoldingsCommand holdings => holdings.Asked,
            var other => throw new InvalidOperationException($"{other}"),
        };

    private static string? Text(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", null);
}
