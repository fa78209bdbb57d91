namespace PimBot.Bot.Commands;

/// <summary>How a time was read where it could have been read otherwise.</summary>
internal enum TimeNoteKind
{
    /// <summary>The clock time has passed on that day, so the next day was taken.</summary>
    NextDay,

    /// <summary>The clocks skip that time; it was moved forward by the length of the gap.</summary>
    MovedForward,

    /// <summary>The clocks show that time twice; the earlier was taken.</summary>
    EarlierOfTwo,

    /// <summary>The earlier of the two has passed; the later was taken.</summary>
    LaterOfTwo,

    /// <summary>An hour without morning or afternoon; the next one on a twelve-hour clock was taken.</summary>
    HalfOfDay,

    /// <summary>Midnight of a named day; the end of that day was taken.</summary>
    MidnightEndsDay,

    /// <summary>A number without a unit was taken as hours.</summary>
    Hours,

    /// <summary>A number without a unit was taken as minutes.</summary>
    Minutes,
}
