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
        Add("From", happened.Source);
        Add("Details", happened.Detail);
        Add("Code", happened.Action.ToString());
        Add("Request", happened.Request?.Value.ToString("D"));
        Add("Trace", happened.Correlation);
        Add("Number", entry.Sequence.ToString(CultureInfo.InvariantCulture));
        var body = new List<AdaptiveElement> { CardParts.Heading(sentence) };
        if (happened.Reason is { Length: > 0 } reason)
        {
            body.Add(CardParts.Words("Why", reason));
        }

        body.Add(new FactSet { Facts = facts });
        body.Add(
            CardParts.Subtle(CardText.Literal($"Hash {entry.Hash}, after {entry.PreviousHash}")) with
            {
                Size = TextSize.Small,
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
