using System.Globalization;
using PimBot.Application.Audit;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Channel.Turns;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Audit;

/// <summary>The fields of the form that asks which entries are wanted, as they were filled in.</summary>
internal sealed record AuditForm
{
    public string? Person { get; init; }

    public string? Role { get; init; }

    public string? Scope { get; init; }

    public AuditKind? Kind { get; init; }

    public DateOnly? Since { get; init; }

    public DateOnly? Until { get; init; }

    public string? Ticket { get; init; }

    /// <summary>A filter, in fields; what they can't say is left out.</summary>
    public static AuditForm Of(AuditFilter filter, AuditNames names, TimeZoneInfo zone)
    {
        var kinds = filter.Actions?.Select(AuditKinds.Of).Distinct().ToList() ?? [];
        return new AuditForm
        {
            Person = names.Find(filter.Person ?? filter.Actor ?? filter.Subject),
            Role = names.Find(filter.Role),
            Scope = names.Find(filter.Scope),
            Kind = kinds is [var only] ? only : null,
            Since = filter.Since is { } since ? Day(since, zone) : null,
            Until = filter.Until is { } until ? Day(until - TimeSpan.FromTicks(1), zone) : null,
            Ticket = filter.Ticket,
        };
    }

    public static AuditForm FromInputs(CardAction action) =>
        new()
        {
            Person = action.Text(AuditFilterCard.PersonInput)?.Trim(),
            Role = action.Text(AuditFilterCard.RoleInput)?.Trim(),
            Scope = action.Text(AuditFilterCard.ScopeInput)?.Trim(),
            Kind = Enum.TryParse<AuditKind>(action.Text(AuditFilterCard.KindInput), out var kind) ? kind : null,
            Since = Day(action.Text(AuditFilterCard.SinceInput)),
            Until = Day(action.Text(AuditFilterCard.UntilInput)),
            Ticket = action.Text(AuditFilterCard.TicketInput)?.Trim(),
        };

    public AuditAsked ToAsked(TextContext context)
    {
        var calendar = new PastCalendar(context);
        return new AuditAsked
        {
            PersonText = Person,
            RoleText = Role,
            ScopeText = Scope,
            Ticket = Ticket,
            Actions = Kind is { } kind && Enum.IsDefined(kind) ? [.. AuditKinds.In(kind).Order()] : null,
            Span = new PastSpan(
                Since is { } since ? calendar.Day(since).From : null,
                Until is { } until ? calendar.Day(until).Until : null
            ),
            Fault = Since > Until ? "The first day comes after the last one." : null,
        };
    }

    private static DateOnly Day(DateTimeOffset moment, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= PastCalendar.FirstYear and <= PastCalendar.LastYear
            ? day
            : null;
}
