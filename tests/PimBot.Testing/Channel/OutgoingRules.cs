using System.Net;
using System.Text.Json.Nodes;

namespace PimBot.Testing;

/// <summary>What Teams checks in a message before it takes it, and what must never be sent.</summary>
internal static class OutgoingRules
{
    /// <summary>Checks one activity.</summary>
    /// <param name="activity">What the bot sent.</param>
    /// <param name="utf16Bytes">Its size as received, counted as UTF-16.</param>
    public static IEnumerable<Refusal> Check(JsonObject activity, long utf16Bytes)
    {
        if (utf16Bytes > CardLint.MaximumBytes)
        {
            yield return new(
                HttpStatusCode.RequestEntityTooLarge,
                "MessageSizeTooBig",
                $"the message has {utf16Bytes} bytes as UTF-16; {CardLint.MaximumBytes} are allowed"
            );
        }

        foreach (var problem in Nulls(activity, "activity").Concat(Message(activity)).Concat(Cards(activity)))
        {
            yield return new(HttpStatusCode.BadRequest, "BadSyntax", problem);
        }
    }

    /// <summary>Each null in the JSON; Teams answers 400 to some of them.</summary>
    public static IEnumerable<string> Nulls(JsonNode? node, string path) =>
        node switch
        {
            null => [$"{path} is null (leave the member out)"],
            JsonObject json => json.SelectMany(member => Nulls(member.Value, $"{path}.{member.Key}")),
            JsonArray array => array.SelectMany((item, i) => Nulls(item, $"{path}[{i}]")),
            _ => [],
        };

    private static IEnumerable<string> Message(JsonObject activity)
    {
        var type = activity["type"]?.ToString();
        var text = activity["text"]?.ToString() ?? "";
        var attachments = activity["attachments"] as JsonArray ?? [];
        if (type is not ("message" or "typing"))
        {
            yield return $"activity.type is '{type}'";
        }

        if (type == "message" && text.Length == 0 && attachments.Count == 0)
        {
            yield return "the message is empty";
        }

        if (text.Length > 0 && attachments.Count > 0)
        {
            yield return "text and card in one message: the channel may split it and give no id";
        }

        if (text.Contains("${", StringComparison.Ordinal) && activity["textFormat"]?.ToString() != "plain")
        {
            yield return "activity.text holds an unresolved template";
        }
    }

    private static IEnumerable<string> Cards(JsonObject activity)
    {
        foreach (var attachment in activity["attachments"] as JsonArray ?? [])
        {
            if (
                ChatMessage.FirstCard(new JsonObject { ["attachments"] = new JsonArray(attachment?.DeepClone()) }) is
                { } card
            )
            {
                foreach (var problem in CardLint.Check(card))
                {
                    yield return problem;
                }
            }
            else
            {
                yield return $"an attachment that is no Adaptive Card: {attachment?["contentType"]}";
            }
        }
    }

    internal readonly record struct Refusal(HttpStatusCode Status, string Code, string Problem);
}
