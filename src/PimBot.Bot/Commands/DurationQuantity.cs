namespace PimBot.Bot.Commands;

/// <summary>How many of a unit: "2", "an", "half an", "three quarters of an", "another 30", "a couple of".</summary>
internal static class DurationQuantity
{
    /// <summary>Null when no quantity begins at the cursor, which may then have moved.</summary>
    public static decimal? Read(DurationCursor cursor)
    {
        if (cursor.Take("half"))
        {
            _ = cursor.Take("of");
            _ = cursor.Take("an") || cursor.Take("a");
            return 0.5m;
        }

        if (cursor.Take("a") || cursor.Take("an"))
        {
            return AfterArticle(cursor);
        }

        if (cursor.Take("another") || TakeExtra(cursor))
        {
            return cursor.Number() ?? 1;
        }

        if (TakeWhole(cursor))
        {
            return 1;
        }

        if (cursor.Peek("next") && cursor.Peek("hour", ahead: 1))
        {
            cursor.At++;
            return 1;
        }

        if (cursor.Number() is not { } number)
        {
            return null;
        }

        if (QuarterOf(cursor))
        {
            return number * 0.25m;
        }

        number += AndFraction(cursor) ?? 0;
        _ = cursor.Take("more") || TakeExtra(cursor) || TakeWhole(cursor);
        return number;
    }

    private static decimal AfterArticle(DurationCursor cursor)
    {
        if (cursor.Take("half"))
        {
            return 0.5m;
        }

        if (QuarterOf(cursor))
        {
            return 0.25m;
        }

        if (cursor.Take("couple"))
        {
            _ = cursor.Take("of");
            return 2;
        }

        _ = TakeExtra(cursor) || TakeWhole(cursor);
        return cursor.Number() ?? 1;
    }

    private static bool TakeExtra(DurationCursor cursor) =>
        cursor.Take("extra") || cursor.Take("additional") || cursor.Take("further");

    private static bool TakeWhole(DurationCursor cursor) => cursor.Take("full") || cursor.Take("whole");

    private static bool QuarterOf(DurationCursor cursor)
    {
        if (!cursor.Take("quarter") && !cursor.Take("quarters"))
        {
            return false;
        }

        _ = cursor.Take("of");
        _ = cursor.Take("an") || cursor.Take("a");
        return true;
    }

    /// <summary>"and a half", before or after the unit.</summary>
    public static decimal? AndFraction(DurationCursor cursor)
    {
        var start = cursor.At;
        if (cursor.Take("and"))
        {
            var article = cursor.Take("a");
            if (cursor.Take("half"))
            {
                return 0.5m;
            }

            if (article && cursor.Take("quarter"))
            {
                return 0.25m;
            }
        }

        cursor.At = start;
        return null;
    }
}
