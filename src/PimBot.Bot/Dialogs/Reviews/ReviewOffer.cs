namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>An answer that is offered.</summary>
/// <param name="Title">What stands on its button; empty: it has none, and is only typed.</param>
/// <param name="Value">The words for it in a first message.</param>
/// <param name="Words">Further words for it as an answer.</param>
internal sealed record ReviewOffer(string Title, string Value, params IReadOnlyList<string> Words);
