namespace PimBot.Bot.Commands;

/// <summary>ISO 8601 durations, as policies write them: <c>PT1H45M</c>, <c>P2D</c>, <c>P1DT12H</c>.</summary>
internal static class IsoDuration
{
    /// <summary>Null when <paramref name="key"/> doesn't have this form.</summary>
    public static DurationReading? Read(string key)
    {
        if (key is not ['p', _, _, ..])
        {
            return null;
        }

        var (minutes, fault, inTime, parts) = (0m, (string?)null, false, 0);
        var lexemes = DurationLexer.Lex([new(TokenKind.Word, 0, 0, 0, 0, key[1..], IsLabel: false)], 0);
        for (var i = 0; i < lexemes.Count; i++)
        {
            if (lexemes[i].Text == "t" && !inTime)
            {
                inTime = true;
                continue;
            }

            if (lexemes[i].Number is not { } number || i + 1 >= lexemes.Count)
            {
                return null;
            }

            var unit = lexemes[++i].Text;
            var startsTime = !inTime && unit is "dt" or "wt";
            if (UnitOf(startsTime ? unit[..1] : unit, inTime) is not { } known)
            {
                return null;
            }

            inTime |= startsTime;
            fault ??= known.Fault;
            minutes += number * known.Minutes;
            parts++;
        }

        if (parts == 0)
        {
            return null;
        }

        return fault is null ? DurationText.FromMinutes(minutes) : new DurationReading.Refused(fault);
    }

    private static DurationUnit? UnitOf(string letter, bool inTime) =>
        (letter, inTime) switch
        {
            ("d" or "w", false) => DurationUnit.Of(letter),
            ("h" or "m" or "s", true) => DurationUnit.Of(letter),
            ("y" or "m", false) => DurationUnit.Of("month"),
            _ => null,
        };
}
