namespace PimBot.Bot.Commands;

/// <summary>What may follow the words of a command.</summary>
internal enum PhraseTail
{
    /// <summary>Only words such as "it", "my" and "request": the command changes something.</summary>
    Nothing,

    /// <summary>Anything; it is ignored, as the command only shows something.</summary>
    Ignored,

    /// <summary>Words that the command reads.</summary>
    Read,
}
