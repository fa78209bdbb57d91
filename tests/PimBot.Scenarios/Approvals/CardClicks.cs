using System.Text.Json.Nodes;
using PimBot.Testing;

namespace PimBot.Scenarios.Approvals;

/// <summary>Clicks as nobody's client makes them: with changed data, from other chats, without a person.</summary>
internal static class CardClicks
{
    /// <summary>The newest message with an enabled button of this title, as it is now.</summary>
    public static ChatMessage CardWith(this TestPerson person, string title) =>
        person.Messages.Last(message =>
            message is { IsFromBot: true, IsDeleted: false, Card: { } card }
            && CardAction.Of(card).Any(button => button.IsEnabled && button.Title == title)
        );

    /// <summary>The button's action as the client sends it, with a reason entered.</summary>
    public static JsonObject Action(this ChatMessage message, string title, string? reason = "it is needed")
    {
        var button = CardAction.Of(message.Card!).First(known => known.Title == title);
        var data = button.Action["data"]!.DeepClone().AsObject();
        if (reason is not null)
        {
            data["reason"] = reason;
        }

        return new JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = button.Verb,
            ["data"] = data,
        };
    }

    /// <summary>What an honest click would send, changed.</summary>
    public static JsonObject With(this JsonObject action, Action<JsonObject> change)
    {
        var changed = action.DeepClone().AsObject();
        change(changed["data"]!.AsObject());
        return changed;
    }

    /// <summary>The client sends the action by itself, as it does to refresh a card.</summary>
    public static Task<BotAnswer> Refreshes(this TestPerson person, ChatMessage message, JsonObject action) =>
        person.Sends(activity =>
        {
            activity.Remove("text");
            activity["type"] = "invoke";
            activity["name"] = "adaptiveCard/action";
            activity["replyToId"] = message.Id;
            activity["value"] = new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = "automatic" };
        });

    /// <summary>The card or sentence with which a click was answered, as text.</summary>
    public static string Words(this BotAnswer answer) =>
        answer.InvokeValue switch
        {
            JsonObject card => CardText.Flatten(card, "Europe/Stockholm"),
            { } sentence => sentence.ToString(),
            null => "",
        };
}
