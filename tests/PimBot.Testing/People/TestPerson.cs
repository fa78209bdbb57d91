using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace PimBot.Testing;

/// <summary>
/// A person with a chat, in whose name a test speaks and clicks. After each action the background work runs until
/// nothing is left to do, so that the next line of a test sees all its effects.
/// </summary>
public sealed partial class TestPerson
{
    private readonly BotLine line;
    private readonly TeamsActivity activities;
    private JsonObject? sent;
    private (string Text, long Action)? notice;

    internal TestPerson(BotLine line, Chat chat, string device = "Web", Chat? room = null)
    {
        (this.line, Chat, Room) = (line, chat, room ?? chat);
        activities = new TeamsActivity(line.Channel, chat, Room, device);
    }

    /// <summary><c>aadObjectId</c>.</summary>
    public string Id => Chat.AadObjectId;

    public string Name => Chat.Name;

    public Chat Chat { get; }

    /// <summary>Where this person speaks and looks: their own chat, or a group.</summary>
    public Chat Room { get; }

    /// <summary>The bot's answer to what this person did last.</summary>
    public BotAnswer? LastAnswer { get; private set; }

    /// <summary>The same person on another client, which has its own client id, sees the same chat and acts on its own.</summary>
    public TestPerson OnDevice(string device) => new(line, Chat, device);

    /// <summary>The same person in a group chat or channel: speaks to the bot by mentioning it, and sees what everybody there sees.</summary>
    public TestPerson In(Chat room) => new(line, Chat, room: room);

    /// <summary>Adds the bot to the group. The channel tells the bot so.</summary>
    public async Task AddsBot()
    {
        line.BeginAction();
        Room.IsInstalled = true;
        await SendStory(activities.BotAdded(), "adds the bot");
    }

    /// <summary>Removes the bot from the group.</summary>
    public async Task RemovesBot()
    {
        line.BeginAction();
        Room.IsInstalled = false;
        await SendStory(activities.BotRemoved(), "removes the bot");
    }

    /// <summary>Writes something in a group that does not mention the bot.</summary>
    public async Task SaysToOthers(string text)
    {
        line.BeginAction();
        var activity = activities.Message(text);
        Room.Add(activity["id"]!.ToString(), isFromBot: false, activity);
        await SendStory(activity, $"says '{text}' to others");
    }

    /// <summary>Looks at the cards: the client fetches those anew that ask for it in this person's name.</summary>
    public async Task Looks()
    {
        var number = line.BeginAction();
        foreach (var message in Shown.Where(AsksForRefresh).ToList())
        {
            sent = activities.CardAction(message.Id, message.Card!["refresh"]!["action"]!.AsObject(), "automatic");
            LastAnswer = await line.PostAsync(sent);
            AssertTaken("looks");
            Apply(message, number);
        }

        await line.Settle();
    }

    /// <summary>Sends a message; in a group one that mentions the bot.</summary>
    public async Task Says(string text)
    {
        line.BeginAction();
        line.Remember(text);
        var activity = Writes(text);
        Room.Add(activity["id"]!.ToString(), isFromBot: false, activity);
        await SendStory(activity, $"says '{text}'");
    }

    /// <summary>What the channel would send for a message, for tests that deliver it in their own way.</summary>
    public JsonObject Writes(string text) => Room == Chat ? activities.Message(text) : activities.Mention(text);

    /// <summary>What the channel would send for a click, for tests that deliver it in their own way.</summary>
    public JsonObject WouldClick(ChatMessage message, JsonObject action) => activities.CardAction(message.Id, action);

    /// <summary>Clicks a button of the newest card that has an enabled one of this title.</summary>
    /// <param name="buttonTitle">The exact title, or the exact tooltip where several have the same title.</param>
    /// <param name="inputs">What the person enters: members named like the inputs; others keep their defaults.</param>
    public Task Clicks(string buttonTitle, object? inputs = null) =>
        ClicksOn(WithButton(buttonTitle), buttonTitle, inputs);

    /// <summary>Clicks a button of a certain message, which may be an old one, as it was when the test took hold of it.</summary>
    public async Task ClicksOn(ChatMessage message, string buttonTitle, object? inputs = null)
    {
        var number = line.BeginAction();
        var button = Button(message, buttonTitle);
        if (button.Type == "Action.Submit")
        {
            await Submit(message, button, button.Action["data"], inputs);
            return;
        }

        var action = new JsonObject { ["type"] = "Action.Execute", ["title"] = button.Title };
        Copy(button.Action, action, "id");
        Copy(button.Action, action, "verb");
        action["data"] = Fill(button, button.Action["data"], inputs);
        sent = activities.CardAction(message.Id, action);
        LastAnswer = await line.PostAsync(sent);
        AssertTaken($"clicks [{buttonTitle}]");
        Apply(message, number);
        await line.Settle();
    }

    /// <summary>Clicks as an old client does, which knows no Action.Execute: a message that carries the data as its value.</summary>
    public async Task Submits(string buttonTitle, object? inputs = null)
    {
        line.BeginAction();
        var message = WithButton(buttonTitle);
        var button = Button(message, buttonTitle);
        await Submit(message, button, (button.Action["fallback"] as JsonObject ?? button.Action)["data"], inputs);
    }

    /// <summary>Sends any card action, as someone does who does not use our cards. Nothing is asserted or applied.</summary>
    public async Task<BotAnswer> Invokes(JsonObject action, string messageId = "0")
    {
        line.BeginAction();
        return await Send(activities.CardAction(messageId, action));
    }

    /// <summary>Sends any activity in this person's name: an ordinary message that the test changes. Nothing is asserted.</summary>
    public async Task<BotAnswer> Sends(Action<JsonObject> change)
    {
        line.BeginAction();
        var activity = activities.Message("");
        change(activity);
        return await Send(activity);
    }

    /// <summary>Sends this very body with this very token, for tests of wrong input. Nothing is asserted.</summary>
    public async Task<BotAnswer> PostRaw(string body, string? token)
    {
        line.BeginAction();
        LastAnswer = await line.PostAsync(body, token);
        await line.Settle();
        return LastAnswer;
    }

    /// <summary>The channel delivers the newest activity of this person again, word for word.</summary>
    public async Task<BotAnswer> Redelivers()
    {
        line.BeginAction();
        return await Send(sent ?? throw new InvalidOperationException($"{Name} has done nothing yet."));
    }

    /// <summary>Installs the app. The channel tells the bot so twice, in two ways.</summary>
    public async Task Installs()
    {
        line.BeginAction();
        await InstallWithoutSettling();
        await line.Settle();
    }

    /// <summary>An administrator installs the app for this person: the channel tells the bot nothing.</summary>
    public void GetsTheAppUnannounced() => Chat.IsInstalled = true;

    /// <summary>An administrator removes the app for this person: the channel tells the bot nothing, and answers 403.</summary>
    public void LosesTheAppUnannounced() => Chat.IsInstalled = false;

    /// <summary>Removes the app: from now on the channel answers 403 to messages for this person.</summary>
    public async Task Uninstalls()
    {
        line.BeginAction();
        Chat.IsInstalled = false;
        await SendStory(activities.Installation("remove"), "uninstalls the app");
    }

    internal async Task InstallWithoutSettling()
    {
        Chat.IsInstalled = true;
        foreach (var activity in new[] { activities.BotAdded(), activities.Installation("add") })
        {
            sent = activity;
            LastAnswer = await line.PostAsync(activity);
            AssertTaken("installs the app");
        }
    }

    private async Task Submit(ChatMessage message, CardAction button, JsonNode? data, object? inputs)
    {
        var value = Fill(button, data, inputs);
        await SendStory(activities.Submit(message.Id, value), $"submits [{button.Title}]");
    }

    private JsonObject Fill(CardAction button, JsonNode? data, object? inputs)
    {
        var filled = CardForm.Fill(button, data, inputs);
        foreach (var input in button.Inputs.Where(input => input["type"]!.ToString() == "Input.Text"))
        {
            line.Remember(filled[input["id"]!.ToString()]?.ToString() ?? "");
        }

        return filled;
    }

    private async Task SendStory(JsonObject activity, string what)
    {
        await Send(activity);
        AssertTaken(what);
    }

    private async Task<BotAnswer> Send(JsonObject activity)
    {
        sent = activity;
        LastAnswer = await line.PostAsync(activity);
        await line.Settle();
        return LastAnswer;
    }

    private void AssertTaken(string what)
    {
        if (LastAnswer!.Status is not (HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.Created))
        {
            Fail($"{Name} {what}, and the bot answers {LastAnswer}");
        }
    }

    private static void Copy(JsonObject from, JsonObject to, string member)
    {
        if (from[member] is { } value)
        {
            to[member] = value.DeepClone();
        }
    }
}
