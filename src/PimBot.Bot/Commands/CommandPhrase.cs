namespace PimBot.Bot.Commands;

/// <summary>
/// One way to say a command. To add a command, write a class with its phrases and list it in
/// <see cref="CommandVocabulary"/>.
/// </summary>
/// <param name="Command">The command's name, as help shows it; it is a phrase of the command too.</param>
/// <param name="Words">In lower case, without diacritics and politeness.</param>
/// <param name="Tail">What may follow.</param>
/// <param name="Read">Makes the command from what follows.</param>
internal sealed record CommandPhrase(
    string Command,
    IReadOnlyList<string> Words,
    PhraseTail Tail,
    Func<CommandTail, Command> Read
)
{
    /// <summary>The phrases of one command, each as its words with spaces; the first is its name.</summary>
    public static IEnumerable<CommandPhrase> Of(
        PhraseTail tail,
        Func<CommandTail, Command> read,
        params string[] phrases
    ) => phrases.Select(phrase => new CommandPhrase(phrases[0], phrase.Split(' '), tail, read));
}
