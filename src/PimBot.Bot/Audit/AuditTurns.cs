using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Audit;

/// <summary>What typed questions and clicks on cards have in common: the answers.</summary>
internal static class AuditTurns
{
    private const int MostButtons = 6;
    private const int LongestButton = 60;
    private const int MostCharted = 20_000;

    private const string Examples =
        "Say for example “audit role:\"Global Administrator\" since:2026-10-01”, “what did Bob do yesterday” or “who had Global Administrator in October?”.";

    public static async Task<AdaptiveCard> EntriesAsync(
        TurnContext context,
        AuditFilter filter,
        long? before,
        CancellationToken cancellation
    )
    {
        var page = await SearchAudit.RunAsync(
            context.Work,
            context.Person.Id,
            filter,
            before,
            AuditCard.Most,
            cancellation
        );
        return AuditCard.For(page, await NamesAsync(context.Work, filter, cancellation), context.Zone);
    }

    /// <summary>Entries of each of the last days of what is wanted.</summary>
    public static async Task<AdaptiveCard> ChartAsync(
        TurnContext context,
        AuditFilter filter,
        CancellationToken cancellation
    )
    {
        // The last day that is shown ends with what is wanted, or is today.
        var end = filter.Until is { } until && until <= context.Now ? until - TimeSpan.FromTicks(1) : context.Now;
        var local = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(end, context.Zone).DateTime);
        var calendar = new PastCalendar(new TextContext(context.Now, context.Zone, []));
        var first = calendar.Day(local.AddDays(1 - AuditChartCard.MostDays)).From!.Value;
        var charted = filter with { Since = filter.Since > first ? filter.Since : first };
        var selection = await AuditSelections.OfAsync(context.Work, context.Person.Id, charted, cancellation);
        var moments = await context.Work.AuditSearch.MomentsAsync(selection, MostCharted, cancellation);
        return AuditChartCard.For(
            filter,
            await NamesAsync(context.Work, filter, cancellation),
            DayChart.Count(moments, AuditChartCard.MostDays, end, context.Zone),
            moments.Count == MostCharted,
            context.Zone
        );
    }

    public static async Task<AdaptiveCard> HoldingsAsync(
        TurnContext context,
        HoldingsAsk ask,
        int number,
        CancellationToken cancellation
    )
    {
        var skip = number * HoldingsCard.Most;
        var answer = await HoldingsReader.ReadAsync(
            context.Work,
            context.Person.Id,
            ask,
            skip,
            HoldingsCard.Most,
            cancellation
        );
        var scope = ask.Scope is { } id
            ? (await context.Work.Directory.ScopesAsync([id], cancellation)).SingleOrDefault()
            : null;
        var role = await context.Work.Directory.FindRoleAsync(ask.Role, cancellation);
        return HoldingsCard.For(answer, number, scope, role?.Name ?? "a role that is gone", context.Zone);
    }

    /// <summary>Asks which of several is meant: each button says the question as it then reads.</summary>
    public static AdaptiveCard Question(AuditQuestion question, string command)
    {
        const string Heading = "Which one?";
        var more = question.Answers.Count > MostButtons ? " There are more: say the whole name or the address." : "";
        return NoticeCard.For(
            Heading,
            $"“{SafeText.Clean(question.Text, LongestButton)}” may mean several.{more}",
            [
                .. question
                    .Answers.Take(MostButtons)
                    .Select(a =>
                        CardParts.Command(SafeText.Clean(a.Title, LongestButton), AuditAskedText.Of(command, a.Asked))
                    ),
            ]
        );
    }

    public static AdaptiveCard Fault(string fault) =>
        NoticeCard.For(
            "I can’t look that up",
            $"{fault} {Examples}",
            CardParts.Command("My audit", "my audit"),
            CardParts.Command("Help", "help")
        );

    /// <summary>The names of what a filter mentions, which its entries need not.</summary>
    public static Task<AuditNames> NamesAsync(
        IPimUnitOfWork work,
        AuditFilter filter,
        CancellationToken cancellation
    ) =>
        AuditNames.ReadAsync(
            work,
            [
                new AuditEvent
                {
                    Action = AuditAction.AuditExported,
                    Actor = filter.Person ?? filter.Actor,
                    Subject = filter.Subject,
                    Access = filter.Scope is { } scope ? new RoleScope(filter.Role ?? default, scope) : null,
                },
            ],
            cancellation
        );
}
