using System.Globalization;
using PimBot.Application.Audit;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Wording;

/// <summary>A wish for entries, and a span of time, in words; names are foreign text.</summary>
internal static class AuditFilterWords
{
    /// <summary>Null where everything is wanted.</summary>
    public static string? Of(AuditFilter filter, AuditNames names, TimeZoneInfo zone)
    {
        var parts = new[]
        {
            filter.Person is { } person ? names.Of(person) : null,
            filter.Actor is { } actor ? $"done by {names.Of(actor)}" : null,
            filter.Subject is { } subject ? $"about {names.Of(subject)}" : null,
            filter.Role is { } role ? names.Of(role) : null,
            filter.Scope is { } scope ? $"at {names.Of(scope)} and below" : null,
            filter.Actions is { } actions ? Of(actions) : null,
            filter.Ticket is { } ticket ? $"ticket {ticket}" : null,
            filter.Request is not null ? "one request" : null,
            Span(filter.Since, filter.Until, zone),
        };
        var text = string.Join(" · ", parts.OfType<string>());
        return text.Length == 0 ? null : text;
    }

    /// <summary>"October 2026", "5 October 2026", "from … to before …"; null where it is open on both sides.</summary>
    public static string? Span(DateTimeOffset? since, DateTimeOffset? until, TimeZoneInfo zone)
    {
        if (since is { } from && until is { } to)
        {
            var (first, last) = (Local(from, zone), Local(to, zone));
            return (first.TimeOfDay, last.TimeOfDay) == (TimeSpan.Zero, TimeSpan.Zero)
                ? Days(first.Date, last.Date.AddDays(-1))
                : $"{Moment(first)} to {Moment(last)}";
        }

        return since is { } begin ? $"since {Moment(Local(begin, zone))}"
            : until is { } end ? $"before {Moment(Local(end, zone))}"
            : null;
    }

    /// <summary>"3 Oct 2026, 14:05"; without the time at midnight.</summary>
    public static string Moment(DateTimeOffset moment, TimeZoneInfo zone) => Moment(Local(moment, zone));

    private static string Days(DateTime first, DateTime last) =>
        first == last ? Text(first, "d MMMM yyyy")
        : first.Day == 1 && last == first.AddMonths(1).AddDays(-1) ? Text(first, "MMMM yyyy")
        : first.DayOfYear == 1 && last == first.AddYears(1).AddDays(-1) ? Text(first, "yyyy")
        : $"{Text(first, "d MMMM yyyy")} to {Text(last, "d MMMM yyyy")}";

    private static string Moment(DateTime local) =>
        Text(local, local.TimeOfDay == TimeSpan.Zero ? "d MMM yyyy" : "d MMM yyyy, HH:mm");

    private static string Of(IReadOnlyList<AuditAction> actions)
    {
        var kinds = actions.Select(AuditKinds.Of).Distinct().ToList();
        return kinds.Sum(kind => AuditKinds.In(kind).Count) == actions.Count
            ? string.Join(", ", kinds).ToLowerInvariant()
            : string.Join(", ", actions.Select(Plain));
    }

    // "AccessGranted" as "access granted".
    private static string Plain(AuditAction action) =>
        string.Concat(
            action
                .ToString()
                .Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : $"{c}")
        );

    private static DateTime Local(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).DateTime;

    private static string Text(DateTime local, string format) => local.ToString(format, CultureInfo.InvariantCulture);
}
