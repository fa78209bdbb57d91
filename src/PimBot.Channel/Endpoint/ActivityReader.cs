using System.Text.Json;
using PimBot.Channel.Json;
using PimBot.Channel.Schema;

namespace PimBot.Channel.Endpoint;

/// <summary>Reads a request's body as an activity. What it returns can be used without any further check of its form.</summary>
internal static class ActivityReader
{
    /// <summary>The activity; else null and what is wrong, in words that quote nothing of the body.</summary>
    public static Activity? Read(ReadOnlyMemory<byte> body, out string? fault)
    {
        if (!StrictJson.TryParseObject(body, out var document))
        {
            fault = "the body is no well-formed JSON object";
            return null;
        }

        using (document)
        {
            var activity = Bind(document.RootElement, out fault);
            fault ??= ActivityForm.Fault(activity!);
            return fault is null ? activity : null;
        }
    }

    private static Activity? Bind(JsonElement root, out string? fault)
    {
        try
        {
            fault = null;
            return root.Deserialize<Activity>(ActivityJson.Options);
        }
        catch (JsonException)
        {
            fault = "a member has the wrong type";
            return null;
        }
    }
}
