using System.Globalization;
using System.Text.Json.Nodes;
using PimBot.Application.Audit;
using PimBot.Bot.Cards;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Audit;

/// <summary>What cards of the audit carry: a wish, never a right. What a client sends instead is read strictly.</summary>
internal static class AuditData
{
    private const string Stamp = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static JsonObject Of(AuditFilter filter)
    {
        var data = new JsonObject();
        Put("person", filter.Person?.Value);
        Put("actor", filter.Actor?.Value);
        Put("subject", filter.Subject?.Value);
        Put("of", filter.Role?.Value);
        Put("at", filter.Scope?.Value);
        Put("actions", filter.Actions is { } actions ? string.Join('+', actions) : null);
        Put("ticket", filter.Ticket);
        Put("about", filter.Request?.Value.ToString("N"));
        Put("since", Text(filter.Since));
        Put("until", Text(filter.Until));
        return data;

        void Put(string key, string? value)
        {
            if (value is not null)
            {
                data[key] = value;
            }
        }
    }

    public static JsonObject Page(AuditFilter filter, long before)
    {
        var data = Of(filter);
        data["before"] = before.ToString(CultureInfo.InvariantCulture);
        return data;
    }

    /// <summary>Null where the data is none of ours.</summary>
    public static AuditFilter? Filter(this CardAction action)
    {
        var actions = action.Text("actions") is { } names ? Actions(names) : null;
        var request = action.Text("about") is { } about
            ? Guid.TryParseExact(about, "N", out var id)
                ? new RequestId(id)
                : (RequestId?)null
            : null;
        var (since, until) = (Moment(action.Text("since")), Moment(action.Text("until")));
        var isBroken =
            (action.Text("actions") is not null && actions is null)
            || (action.Text("about") is not null && request is null)
            || (action.Text("since") is not null && since is null)
            || (action.Text("until") is not null && until is null);
        return isBroken
            ? null
            : new AuditFilter
            {
                Person = Id(action, "person", id => new PersonId(id)),
                Actor = Id(action, "actor", id => new PersonId(id)),
                Subject = Id(action, "subject", id => new PersonId(id)),
                Role = Id(action, "of", id => new RoleId(id)),
                Scope = Id(action, "at", id => new ScopeId(id)),
                Actions = actions,
                Ticket = action.Text("ticket"),
                Request = request,
                Since = since,
                Until = until,
            };
    }

    public static long? Before(this CardAction action) => Number(action.Text("before"));

    public static long? Sequence(this CardAction action) => Number(action.Text("entry"));

    public static JsonObject Entry(long sequence) =>
        new() { ["entry"] = sequence.ToString(CultureInfo.InvariantCulture) };

    public static JsonObject Of(HoldingsAsk ask, int page)
    {
        var data = new JsonObject
        {
            ["of"] = ask.Role.Value,
            ["since"] = Text(ask.From),
            ["until"] = Text(ask.Until),
            ["page"] = page.ToString(CultureInfo.InvariantCulture),
        };
        if (ask.Scope is { } scope)
        {
            data["at"] = scope.Value;
        }

        if (ask.Person is { } person)
        {
            data["person"] = person.Value;
        }

        if (ask.WithEligible)
        {
            data["eligible"] = "yes";
        }

        return data;
    }

    /// <summary>Null where the data is none of ours.</summary>
    public static HoldingsAsk? Holdings(this CardAction action) =>
        action.Text("of") is { } role
        && Moment(action.Text("since")) is { } from
        && Moment(action.Text("until")) is { } until
        && from < until
            ? new HoldingsAsk(
                new RoleId(role),
                Id(action, "at", id => new ScopeId(id)),
                Id(action, "person", id => new PersonId(id)),
                from,
                until,
                action.Text("eligible") is not null
            )
            : null;

    public static int Page(this CardAction action) =>
        int.TryParse(action.Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
        && page < 10_000
            ? page
            : 0;

    public static string? Text(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParseExact(
            text,
            Stamp,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment
        )
            ? moment
            : null;

    private static IReadOnlyList<AuditAction>? Actions(string names)
    {
        var actions = new List<AuditAction>();
        foreach (var name in names.Split('+'))
        {
            if (!Enum.TryParse<AuditAction>(name, out var action) || action.ToString() != name)
            {
                return null;
            }

            actions.Add(action);
        }

        return actions;
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T? Id<T>(CardAction action, string key, Func<string, T> make)
        where T : struct => action.Text(key) is { } id ? make(id) : null;
}
