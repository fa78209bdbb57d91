using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Xunit;

namespace PimBot.Testing;

public sealed partial class TestPerson
{
    private readonly Dictionary<string, (JsonObject Card, long Of, long At)> views = new(StringComparer.Ordinal);

    /// <summary>The newest short text that answered a click of this person; null when there was none.</summary>
    public string? LastNotice => notice?.Text;

    /// <summary>The bot's messages as this person sees them, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Messages => [.. Shown];

    /// <summary>The newest message of the bot that is not deleted; null when there is none.</summary>
    public ChatMessage? LastMessage => Shown.LastOrDefault();

    /// <summary>The newest card; null when there is none.</summary>
    public JsonObject? LastCard => Shown.LastOrDefault(message => message.Card is not null)?.Card;

    /// <summary>The titles of the enabled buttons of the newest card, in order.</summary>
    public IReadOnlyList<string> Buttons =>
        LastCard is { } card
            ? [.. CardAction.Of(card).Where(button => button.IsEnabled).Select(button => button.Title)]
            : [];

    private IEnumerable<ChatMessage> Shown =>
        Room.Messages.Where(message => message.IsFromBot && !message.IsDeleted).Select(AsSeen);

    // In a group the answer to a click is seen by the one who clicked only, until the message itself changes.
    private ChatMessage AsSeen(ChatMessage message) =>
        views.TryGetValue(message.Id, out var view) && view.Of == message.ChangedAt
            ? message with
            {
                Card = view.Card,
                ChangedAt = view.At,
            }
            : message;

    private bool AsksForRefresh(ChatMessage message) =>
        message.Card?["refresh"] is JsonObject refresh
        && refresh["userIds"] is JsonArray readers
        && readers.Any(reader => reader?.ToString() == Chat.UserId);

    /// <summary>The visible text of the bot's newest message; empty when there is none.</summary>
    public string ReadsLast() => LastMessage is { } message ? ChatPrinter.Read(Chat, message) : "";

    /// <summary>
    /// Asserts that this text stands in a message that the bot sent or changed for this person since the newest action
    /// of anyone in the scene, or in the notice that answered this person's click. Case and line breaks don't count.
    /// </summary>
    public void Sees(string fragment)
    {
        if (!NewTexts().Any(text => Holds(text, fragment)))
        {
            Fail($"{Name} does not see '{fragment}' in what is new.");
        }
    }

    /// <summary>The opposite of <see cref="Sees"/>.</summary>
    public void DoesNotSee(string fragment)
    {
        if (NewTexts().Any(text => Holds(text, fragment)))
        {
            Fail($"{Name} sees '{fragment}'.");
        }
    }

    private IEnumerable<string> NewTexts()
    {
        var texts = Shown
            .Where(message => message.ChangedAt > line.Mark)
            .Select(message => ChatPrinter.Read(Chat, message));
        return notice is { } told && told.Action >= line.Action ? texts.Append(told.Text) : texts;
    }

    private static bool Holds(string text, string fragment) =>
        Flat(text).Contains(Flat(fragment), StringComparison.OrdinalIgnoreCase);

    private static string Flat(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private ChatMessage WithButton(string title)
    {
        var found = Shown.LastOrDefault(message =>
            message.Card is { } card && CardAction.Of(card).Any(button => IsMeant(button, title))
        );
        if (found is null)
        {
            Fail($"{Name} has no card with an enabled button [{title}].");
        }

        return found;
    }

    private CardAction Button(ChatMessage message, string title)
    {
        var buttons = message.Card is { } card ? CardAction.Of(card) : [];
        var found = buttons.FirstOrDefault(button => IsMeant(button, title));
        if (found is null)
        {
            Fail(
                $"The message has no enabled button [{title}]; it has: {string.Join(", ", buttons.Select(b => b.Title))}."
            );
        }

        return found;
    }

    private static bool IsMeant(CardAction button, string title) =>
        button.IsEnabled && (button.Title == title || button.Name == title);

    /// <summary>Shows the answer of a click as the client does.</summary>
    private void Apply(ChatMessage message, long number)
    {
        var answer = LastAnswer!;
        if (answer.Json is { } json)
        {
            foreach (var problem in OutgoingRules.Nulls(json, "answer"))
            {
                line.Channel.Report("invoke answer", problem);
            }
        }

        switch ((answer.InvokeStatus, answer.InvokeType, answer.InvokeValue))
        {
            case (200, "application/vnd.microsoft.card.adaptive", JsonObject card):
                foreach (var problem in CardLint.Check(card))
                {
                    line.Channel.Report("invoke answer", problem);
                }

                Show(message, card);
                break;
            case (200, "application/vnd.microsoft.activity.message", JsonValue text):
                notice = (text.ToString(), number);
                break;
            default:
                Fail($"{Name}'s click is answered by {answer}");
                break;
        }
    }

    private void Show(ChatMessage message, JsonObject card)
    {
        if (Room == Chat)
        {
            Chat.ShowCard(message.Id, card);
            return;
        }

        // The bot may have changed the message itself meanwhile: what is newer wins.
        var shared = Room.Messages.Single(known => known.Id == message.Id);
        views[message.Id] = (card, shared.ChangedAt, line.Mark + 1);
    }

    [DoesNotReturn]
    private void Fail(string what) => Assert.Fail($"{what}\n{Room}\n{line.Diagnose()}");
}
