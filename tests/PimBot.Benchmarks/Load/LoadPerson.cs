using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace PimBot.Benchmarks.Load;

/// <summary>One person in a chat with one bot, who waits for the answer before saying the next thing.</summary>
internal sealed class LoadPerson(LoadChannel channel, HttpClient bot, string id)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(5);

    private readonly Lock gate = new();
    private TaskCompletionSource<long> message = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<long> change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string ConversationId { get; } = $"a:{id}:{Guid.NewGuid():N}";

    /// <summary>From sending the text to the arrival of the next message.</summary>
    public async Task<TimeSpan> SayAsync(string text)
    {
        Expect();
        var start = Stopwatch.GetTimestamp();
        await PostAsync(Message(text));
        return Stopwatch.GetElapsedTime(start, await message.Task.WaitAsync(Patience));
    }

    /// <summary>As <see cref="SayAsync"/>, and from sending the text to the first change of a card after that.</summary>
    public async Task<(TimeSpan Answered, TimeSpan Changed)> SayAndSeeChangeAsync(string text)
    {
        Expect();
        var start = Stopwatch.GetTimestamp();
        await PostAsync(Message(text));
        var answered = Stopwatch.GetElapsedTime(start, await message.Task.WaitAsync(Patience));
        return (answered, Stopwatch.GetElapsedTime(start, await change.Task.WaitAsync(Patience)));
    }

    /// <summary>Sends the text again and again until somebody listens, and waits for the answer.</summary>
    public async Task FirstWordAsync(string text)
    {
        Expect();
        var activity = Message(text);
        while (!await TryPostAsync(activity))
        {
            await Task.Delay(BetweenAttempts, TimeProvider.System);
        }

        await message.Task.WaitAsync(Patience);
    }

    /// <summary>A click that is answered with a card or a sentence at once, and no more.</summary>
    public static JsonObject ShowMissing =>
        Action("request.show", new JsonObject { ["request"] = Guid.NewGuid().ToString("N") });

    /// <summary>A click that is answered at once, and brings a message.</summary>
    public static JsonObject SayHelp => Action("say", new JsonObject { ["text"] = "help" });

    /// <summary>Returns when the click is answered.</summary>
    public Task ClickAsync(JsonObject action)
    {
        var click = Activity("invoke");
        click["name"] = "adaptiveCard/action";
        click["value"] = new JsonObject { ["action"] = action, ["trigger"] = "manual" };
        return PostAsync(click.ToJsonString());
    }

    /// <summary>Something from the bot reached this chat.</summary>
    public void Arrived(bool isChange)
    {
        var at = Stopwatch.GetTimestamp();
        lock (gate)
        {
            (isChange ? change : message).TrySetResult(at);
        }
    }

    private void Expect()
    {
        lock (gate)
        {
            message = new(TaskCreationOptions.RunContinuationsAsynchronously);
            change = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private async Task<bool> TryPostAsync(string activity)
    {
        try
        {
            await PostAsync(activity);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task PostAsync(string activity)
    {
        using var content = new StringContent(activity, Encoding.UTF8, "application/json");
        using var response = await bot.PostAsync(new Uri("api/messages", UriKind.Relative), content);
        if (response.StatusCode is not HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"The bot answered {response.StatusCode}.");
        }
    }

    private static JsonObject Action(string verb, JsonObject data) =>
        new()
        {
            ["type"] = "Action.Execute",
            ["verb"] = verb,
            ["data"] = data,
        };

    private string Message(string text)
    {
        var said = Activity("message");
        said["text"] = text;
        said["textFormat"] = "plain";
        return said.ToJsonString();
    }

    private JsonObject Activity(string type) =>
        new()
        {
            ["type"] = type,
            ["id"] = channel.NewId(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = channel.ServiceUrl,
            ["localTimezone"] = "Europe/Copenhagen",
            ["from"] = new JsonObject
            {
                ["id"] = $"29:{id}",
                ["name"] = id,
                ["aadObjectId"] = id,
            },
            ["recipient"] = new JsonObject { ["id"] = channel.Bot.ChannelId, ["name"] = "PimBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = ConversationId,
                ["conversationType"] = "personal",
                ["tenantId"] = channel.Bot.TenantId,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = channel.Bot.TenantId } },
        };
}
