using System.Globalization;
using System.Text;
using PimBot.Bot.Commands;

namespace PimBot.Bot.Audit;

/// <summary>A question as a text that is read back to the same question: what a button says.</summary>
internal static class AuditAskedText
{
    /// <param name="command">The words of the command, such as "audit".</param>
    /// <param name="asked">The question.</param>
    public static string Of(string command, AuditAsked asked)
    {
        var text = new StringBuilder(command);
        Add("role", asked.RoleText);
        Add("scope", asked.ScopeText);
        Add("person", asked.PersonText);
        Add("by", asked.ActorText);
        Add("for", asked.SubjectText);
        Add("ticket", asked.Ticket);
        Add("request", asked.Request?.Value.ToString("D"));
        foreach (var action in asked.Actions ?? [])
        {
            Add("kind", action.ToString());
        }

        foreach (var part in asked.Parts)
        {
            text.Append(CultureInfo.InvariantCulture, $", {part.Before} \"{Inside(part.Text)}\"");
        }

        Time("since", asked.Span.From);
        Time("until", asked.Span.Until);
        text.Append(asked.WithEligible ? ", eligible" : "");
        Add("format", asked.Format);
        return text.ToString();

        void Add(string label, string? value)
        {
            if (value is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $" {label}:\"{Inside(value)}\"");
            }
        }

        void Time(string label, DateTimeOffset? at)
        {
            if (at is { } moment)
            {
                text.Append(CultureInfo.InvariantCulture, $" {label}:{moment.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}");
            }
        }
    }

    private static string Inside(string text) =>
        text.Replace('"', ' ').Replace('“', ' ').Replace('”', ' ').Replace('\n', ' ').Trim();
}
