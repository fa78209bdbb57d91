using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PimBot.Fuzzing.Mutation;

/// <summary>
/// Changes JSON as a tree: members deleted, renamed, moved, exchanged, given another type, made huge or deep, taken from
/// another document. Then, sometimes, as a text: a key twice, half a character, a piece cut off.
/// </summary>
/// <param name="words">Names and values that mean something where the JSON goes.</param>
internal sealed class JsonMutator(IReadOnlyList<string> words)
{
    private const int Deepest = 300;

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1000,
    };

    private static readonly IReadOnlyList<string> Values =
    [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1.5",
        "1e999",
        "-1e308",
        "9223372036854775808",
        "253402300800",
        "1772438400",
        "1772442000",
        "\"\"",
        "\" \"",
        "\"True\"",
        "[]",
        "[null]",
        "[[]]",
        "{}",
        "{\"id\":{}}",
        "{\"\":null}",
    ];

    /// <summary>The shortest value of each type, and a list that holds nothing.</summary>
    private static readonly IReadOnlyList<string> WrongTypes = ["null", "true", "0", "\"\"", "[]", "[null]", "{}"];

    /// <param name="json">Usually JSON; anything else is mutated as a text.</param>
    /// <param name="other">Another document, from which parts are taken.</param>
    public string Mutate(string json, string other, int longest, Random random)
    {
        var text = Parse(json) is JsonObject root ? Structured(root, other, random) : null;
        text ??= TextMutator.Mutate(json, words, longest, random);
        if (random.Once(8))
        {
            text = Raw(text, random);
        }

        return text.Length > longest ? json : text;
    }

    /// <summary>The same JSON with one value of the wrong type, for every value and every type.</summary>
    public static IEnumerable<string> WithEachWrongType(string json)
    {
        var root = Parse(json)!;
        foreach (var place in Places(root).ToList())
        {
            var right = place.Get()?.DeepClone();
            foreach (var wrong in WrongTypes)
            {
                place.Set(JsonNode.Parse(wrong));
                yield return root.ToJsonString(Relaxed);
            }

            place.Set(right);
        }
    }

    private string? Structured(JsonObject root, string other, Random random)
    {
        try
        {
            for (var i = random.Once(3) ? random.Next(2, 6) : 1; i > 0; i--)
            {
                Change(root, other, random);
            }

            return root.ToJsonString(Relaxed);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or JsonException)
        {
            // A key twice, which JsonNode can't hold.
            return null;
        }
    }

    private void Change(JsonObject root, string other, Random random)
    {
        var places = Places(root).ToList();
        if (places.Count == 0)
        {
            root[random.Of(words)] = Value(random);
            return;
        }

        var place = random.Of(places);
        switch (random.Next(12))
        {
            case 0:
                place.Remove();
                break;
            case 1:
            case 2:
            case 10:
                place.Set(Value(random));
                break;
            case 11:
                place.Set(JsonNode.Parse(random.Of(WrongTypes)));
                break;
            case 3:
                place.Set(JsonValue.Create(random.Once(2) ? random.Of(words) : HostileText.Fragment(random)));
                break;
            case 4:
                var copy = random.Of(places).Get()?.DeepClone();
                place.Set(copy);
                break;
            case 5:
                Exchange(place, random.Of(places));
                break;
            case 6:
                AnyObject(places, root, random)[random.Of(words)] = Value(random);
                break;
            case 7:
                Grow(place, random);
                break;
            case 8:
                place.Set(Nest(place.Get()?.DeepClone(), random));
                break;
            default:
                if (Parse(other) is JsonObject donor && Places(donor).ToList() is { Count: > 0 } gifts)
                {
                    var gift = random.Of(gifts);
                    AnyObject(places, root, random)[gift.Name ?? random.Of(words)] = gift.Get()?.DeepClone();
                }

                break;
        }
    }

    private JsonNode? Value(Random random) =>
        random.Next(4) switch
        {
            0 => JsonValue.Create(random.Of(words)),
            1 => JsonValue.Create(HostileText.Fragment(random)),
            _ => JsonNode.Parse(random.Of(Values)),
        };

    private static void Exchange(JsonPlace one, JsonPlace two)
    {
        var (first, second) = (one.Get()?.DeepClone(), two.Get()?.DeepClone());
        one.Set(second);
        if (two.IsThere)
        {
            two.Set(first);
        }
    }

    private static void Grow(JsonPlace place, Random random)
    {
        var times = random.Once(10) ? random.Next(1000, 20_000) : random.Next(2, 200);
        switch (place.Get())
        {
            case JsonArray array:
                var item = array.Count == 0 ? null : array[random.Next(array.Count)];
                for (var i = Math.Min(times, 2000); i > 0; i--)
                {
                    array.Add(item?.DeepClone());
                }

                break;
            case JsonObject json:
                for (var i = Math.Min(times, 2000); i > 0; i--)
                {
                    json["k" + i] = i;
                }

                break;
            case var value:
                var text = value?.ToString() is { Length: > 0 and < 20 } some ? some : "ab ";
                place.Set(JsonValue.Create(string.Concat(Enumerable.Repeat(text, times))));
                break;
        }
    }

    private static JsonNode? Nest(JsonNode? inner, Random random)
    {
        for (var depth = random.Once(3) ? random.Next(1, 100) : random.Next(1, 4); depth > 0; depth--)
        {
            inner = random.Once(2) ? new JsonArray(inner) : new JsonObject { ["a"] = inner };
        }

        return inner;
    }

    private static JsonObject AnyObject(IReadOnlyList<JsonPlace> places, JsonObject root, Random random) =>
        random.Once(3) ? root
        : places.Select(place => place.Get()).OfType<JsonObject>().ToList() is { Count: > 0 } objects
            ? random.Of(objects)
        : root;

    /// <summary>What a tree can't say.</summary>
    private string Raw(string text, Random random)
    {
        var brace = text.IndexOf('{', random.Next(text.Length + 1));
        var quote = text.IndexOf('"', random.Next(text.Length + 1));
        return random.Next(7) switch
        {
            0 when brace >= 0 => text.Insert(brace + 1, $"\"{random.Of(words)}\":{random.Of(Values)},"),
            1 when quote >= 0 => text.Insert(quote + 1, "\\ud800"),
            2 when quote >= 0 => text.Insert(quote + 1, "\\u0000\\u001b"),
            3 when quote >= 0 => text.Insert(quote + 1, "\uD800"),
            4 => text[..random.Next(text.Length + 1)],
            5 => text + random.Of(["{}", ",", "\0", "\uFEFF", "/**/"]),
            _ => Bytes(text, random),
        };
    }

    /// <summary>A byte that is no UTF-8: the characters from U+F700 on stand for bytes.</summary>
    private static string Bytes(string text, Random random)
    {
        var changed = new StringBuilder(text);
        changed.Insert(random.Next(text.Length + 1), (char)(0xF700 + random.Next(256)));
        return changed.ToString();
    }

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = Deepest });
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonPlace> Places(JsonNode node) =>
        node switch
        {
            JsonObject json => json.Select(member => member.Key)
                .ToList()
                .SelectMany(name => Within(new JsonPlace(json, name, 0))),
            JsonArray array => Enumerable.Range(0, array.Count).SelectMany(i => Within(new JsonPlace(array, null, i))),
            _ => [],
        };

    private static IEnumerable<JsonPlace> Within(JsonPlace place) =>
        place.Get() is { } value ? Places(value).Take(200).Prepend(place) : [place];
}
