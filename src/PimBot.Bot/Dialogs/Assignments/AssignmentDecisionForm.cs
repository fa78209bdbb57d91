using PimBot.Bot.Commands;
using PimBot.Domain.Access;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>What stands in the fields of a decision about an assignment, as text; a client may send anything.</summary>
internal sealed record AssignmentDecisionForm(
    string? Kind = null,
    string? Period = null,
    string? Other = null,
    string? Reason = null
)
{
    /// <summary>The period that leaves the end as it was asked for.</summary>
    public const string AsAsked = "asked";

    public static readonly AssignmentDecisionForm Empty = new();

    /// <summary>What the assignment becomes instead of what was asked for; null in both: as asked. The second is what was wrong.</summary>
    public (AssignmentAsk? Instead, string? Problem) Read(AssignmentAsk asked, DateTimeOffset now, TimeZoneInfo zone)
    {
        var type = Kind switch
        {
            "eligible" => AssignmentType.Eligible,
            "active" => AssignmentType.Active,
            _ => asked.Type,
        };
        var ask = asked with { Type = type };
        if ((Other ?? (Period is AsAsked ? null : Period)) is { } said)
        {
            var read = AssignmentTextReader.Answer(said, new TextContext(now, zone, []));
            if (read.Period is not { } period)
            {
                return (null, read.Fault ?? AssignmentTimeFaults.NotAPeriod);
            }

            ask = ask with { Start = read.Start ?? asked.Start, End = period.EndFrom(read.Start ?? now) };
        }

        return (ask == asked ? null : ask, null);
    }
}
