using PimBot.Bot.Turns;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Actions;

/// <summary>Handles the clicks of one or more verbs.</summary>
internal interface ICardActionHandler
{
    IReadOnlyList<string> Verbs { get; }

    /// <summary>
    /// Never called for an automatic action, unless the verb <see cref="OnlyShows"/>. The answer replaces the clicked card, or
    /// is a sentence that leaves it as it is.
    /// </summary>
    Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation);

    /// <summary>Whether this verb decides nothing, so that clients may call it by themselves.</summary>
    bool OnlyShows(string verb) => false;

    /// <summary>Whether its cards belong in groups and channels too; others are a person's own.</summary>
    bool WorksInGroups => false;
}
