using System.Text;
using System.Text.Json;

namespace PimBot.Application.Access;

/// <summary>Turns JSON into nodes that know where they stand. Used once.</summary>
internal sealed class DirectoryJson(byte[] utf8)
{
    private int _seen;
    private int _line = 1;
    private int _column = 1;
    private int _values;

    /// <exception cref="JsonException">Not strict JSON, or nested too deeply.</exception>
    /// <exception cref="InvalidOperationException">A text that is not valid UTF-16.</exception>
    public DirectoryNode Read()
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DirectoryDocument.DeepestNesting });
        Next(ref reader);
        var root = Value(ref reader);
        // Beyond the root there may be white space only; the reader throws at anything else.
        reader.Read();
        return root;
    }

    /// <summary>Where the document broke; both from 1, the column in characters.</summary>
    public (int Line, int Column) PositionOf(JsonException? broken)
    {
        if (broken?.LineNumber is not { } line || broken.BytePositionInLine is not { } bytes)
        {
            return (_line, _column);
        }

        var rest = utf8.AsSpan();
        for (var above = 0L; above < line; above++)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        var inLine = rest[..(int)Math.Min(bytes, rest.Length)];
        return ((int)line + 1, Encoding.UTF8.GetCharCount(inLine) + 1);
    }

    private DirectoryNode Value(ref Utf8JsonReader reader)
    {
        var (line, column) = (_line, _column);
        if (++_values > DirectoryDocument.MostValues)
        {
            throw new JsonException($"it has more than {DirectoryDocument.MostValues} values");
        }

        return reader.TokenType switch
        {
            JsonTokenType.StartObject => Map(ref reader, line, column),
            JsonTokenType.StartArray => List(ref reader, line, column),
            JsonTokenType.String => DirectoryNode.OfText(reader.GetString()!, line, column),
            JsonTokenType.True => DirectoryNode.OfFlag(flag: true, line, column),
            JsonTokenType.False => DirectoryNode.OfFlag(flag: false, line, column),
            JsonTokenType.Number => DirectoryNode.OfNumber(Encoding.UTF8.GetString(reader.ValueSpan), line, column),
            _ => DirectoryNode.Null(line, column),
        };
    }

    private DirectoryNode Map(ref Utf8JsonReader reader, int line, int column)
    {
        var members = new List<DirectoryMember>();
        while (Next(ref reader) is not JsonTokenType.EndObject)
        {
            var (key, keyLine, keyColumn) = (reader.GetString()!, _line, _column);
            Next(ref reader);
            members.Add(new(key, keyLine, keyColumn, Value(ref reader)));
        }

        return DirectoryNode.OfMap(members, line, column);
    }

    private DirectoryNode List(ref Utf8JsonReader reader, int line, int column)
    {
        var items = new List<DirectoryNode>();
        while (Next(ref reader) is not JsonTokenType.EndArray)
        {
            items.Add(Value(ref reader));
        }

        return DirectoryNode.OfList(items, line, column);
    }

    private JsonTokenType Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        for (var start = (int)reader.TokenStartIndex; _seen < start; _seen++)
        {
            Pass(utf8[_seen]);
        }

        return reader.TokenType;
    }

    private void Pass(byte value)
    {
        if (value == (byte)'\n')
        {
            (_line, _column) = (_line + 1, 1);
            return;
        }

        // UTF-8: bytes 10xxxxxx continue a character; four-byte characters are two UTF-16 units.
        _column += value switch
        {
            < 0x80 => 1,
            < 0xC0 => 0,
            < 0xF0 => 1,
            _ => 2,
        };
    }
}
