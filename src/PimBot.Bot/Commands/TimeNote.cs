namespace PimBot.Bot.Commands;

/// <summary>
/// A choice that was made in reading a time, to say back and let the person confirm. <paramref name="Words"/> is a
/// whole sentence of ours; it repeats nothing typed but numbers.
/// </summary>
internal sealed record TimeNote(TimeNoteKind Kind, string Words);
