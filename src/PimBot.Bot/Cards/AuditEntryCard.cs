using System.Globalization;
using PimBot.Application.Audit;
using PimBot.Bot.Audit;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Cards;

/// <summary>One entry of the audit with everything that it holds.</summary>
internal static class AuditEntryCard
{
    public static AdaptiveCard For(AuditEntry entry, AuditNames names, DateTimeOffset now, TimeZoneInfo zone)
    {
        var happened = entry.Event;
        var sentence = AuditSentences.Of(happened, names);
        var facts = new List<Fact>
        {
            new(CardText.Literal("When"), CardText.Of($"{Words.Moment(entry.At, now, zone)}")),
        };
        Add("Who", happened.Actor is { } actor ? names.Of(actor) : "PimBot itself");
        Add("Whom", Whom(happened, names));
        Add("Role", happened.Access is { } access ? names.Of(access.Role) : null);
        Add("Where", happened.Place is { } place ? names.Of(place) : null);
        Add("Ticket", happened.Ticket);
        Add("From", Source(happened.Source));
        Add("Details", happened.Detail);
        var body = new List<AdaptiveElement> { CardParts.Heading(sentence) };
        if (happened.Reason is { Length: > 0 } reason)
        {
            body.Add(CardParts.Words("Why", reason));
        }

        body.Add(new FactSet { Facts = facts });
        body.Add(
            CardParts.Subtle(CardText.Escaped(Codes(entry))) with
            {
                Size = TextSize.Small,
                Spacing = Spacing.Medium,
            }
        );
        return CardParts.Card(sentence, body, Buttons(happened));

        void Add(string title, string? value)
        {
            if (value is not null)
            {
                facts.Add(new Fact(CardText.Literal(title), CardText.Escaped(value)));
            }
        }
    }

    /// <summary>By what it is found in exports, in logs and by a verification.</summary>
    private static string Codes(AuditEntry entry)
    {
        var happened = entry.Event;
        string?[] codes =
        [
            string.Create(CultureInfo.InvariantCulture, $"Entry {entry.Sequence}"),
            happened.Action.ToString(),
            happened.Request is { } request ? $"request {request.Value:D}" : null,
            happened.Correlation is { } trace ? $"trace {trace}" : null,
            $"Hash {entry.Hash}, after {entry.PreviousHash}",
        ];
        return string.Join(" · ", codes.Where(code => code is not null));
    }

    private static string? Source(string? source) =>
        source?.Split(':', 2) switch
        {
            ["chat", var channel] => $"chat ({channel})",
            ["api", var address] => $"API, {address}",
            _ => source,
        };

    private static string? Whom(AuditEvent happened, AuditNames names) =>
        happened.Subject is { } subject ? names.Of(subject)
        : AuditGroups.Of(happened) is { } group ? names.Of(group)
        : null;

    private static List<AdaptiveAction> Buttons(AuditEvent happened) =>
        happened.Request is { } request
            ?
            [
                CardParts.Button(
                    "The whole request",
                    Verbs.ShowAudit,
                    AuditData.Of(new AuditFilter { Request = request })
                ),
            ]
            : [];
}
