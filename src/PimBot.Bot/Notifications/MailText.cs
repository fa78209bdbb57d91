using System.Text;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Notifications;

/// <summary>The words of a card as a mail says them: line by line, without fields, buttons and links.</summary>
internal static class MailText
{
    public static IReadOnlyList<MailLine> LinesOf(AdaptiveCard card) => [.. card.Body.SelectMany(LinesOf)];

    /// <summary>A card's text as it is read: escapes resolved, our own bold marks taken away.</summary>
    public static string Plain(CardText text)
    {
        var (value, plain) = (text.Value, new StringBuilder(text.Value.Length));
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length && !char.IsLetterOrDigit(value[i + 1]))
            {
                plain.Append(value[++i]);
            }
            else if (value[i] != '*')
            {
                plain.Append(value[i]);
            }
        }

        return plain.ToString();
    }

    private static IEnumerable<MailLine> LinesOf(AdaptiveElement element) =>
        element switch
        {
            TextBlock { Style: TextBlockStyle.Heading } heading => [new MailLine(Plain(heading.Text), IsHeading: true)],
            TextBlock block => [new MailLine(Plain(block.Text))],
            RichTextBlock rich => [new MailLine(string.Concat(rich.Inlines.Select(run => run.Text)))],
            FactSet facts => facts.Facts.Select(fact => new MailLine($"{Plain(fact.Title)}: {Plain(fact.Value)}")),
            Container container => container.Items.SelectMany(LinesOf),
            ColumnSet columns => [new MailLine(string.Join(": ", columns.Columns.SelectMany(Words)))],
            _ => [],
        };

    private static IEnumerable<string> Words(Column column) =>
        column.Items.SelectMany(LinesOf).Select(line => line.Text);
}
