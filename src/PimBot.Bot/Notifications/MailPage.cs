using System.Net;
using System.Text;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Notifications;

/// <summary>
/// Makes a mail of a card's words: plain text, and the same as simple HTML with everything encoded. It carries no link
/// and no authority: who answers does so in chat.
/// </summary>
internal static class MailPage
{
    private const int LongestSubject = 150;
    private const int LongestLine = 2000;

    /// <param name="id">The mail's own id.</param>
    /// <param name="to">The address.</param>
    /// <param name="subject">In a few words; made one line.</param>
    /// <param name="card">What the same notice shows in chat.</param>
    /// <param name="closing">How to answer, and why the mail came.</param>
    public static OutgoingMail For(Guid id, string to, string subject, AdaptiveCard card, IReadOnlyList<string> closing)
    {
        var lines = MailText
            .LinesOf(card)
            .Select(line => line with { Text = SafeText.Clean(line.Text, LongestLine) })
            .Where(line => line.Text.Length > 0)
            .ToList();
        var end = closing.Select(line => SafeText.Clean(line, LongestLine)).ToList();
        return new OutgoingMail(
            id,
            to,
            $"PimBot: {SafeText.Clean(subject, LongestSubject)}",
            Text(lines, end),
            Html(lines, end)
        );
    }

    private static string Text(IReadOnlyList<MailLine> lines, IReadOnlyList<string> closing)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(line.Text).Append(line.IsHeading ? "\r\n\r\n" : "\r\n");
        }

        foreach (var line in closing)
        {
            text.Append("\r\n").Append(line).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Html(IReadOnlyList<MailLine> lines, IReadOnlyList<string> closing)
    {
        var html = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"></head>");
        html.Append("<body style=\"font-family:Segoe UI,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.4\">");
        foreach (var line in lines)
        {
            var tag = line.IsHeading ? "h1 style=\"font-size:20px\"" : "p style=\"margin:4px 0\"";
            html.Append('<').Append(tag).Append('>').Append(WebUtility.HtmlEncode(line.Text));
            html.Append(line.IsHeading ? "</h1>" : "</p>");
        }

        foreach (var line in closing)
        {
            html.Append("<p style=\"color:#555\">").Append(WebUtility.HtmlEncode(line)).Append("</p>");
        }

        return html.Append("</body></html>").ToString();
    }
}
