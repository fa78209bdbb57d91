using PimBot.Channel.Cards;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>One question about an assignment. It is answered by typing, by an offered answer, or by picking.</summary>
internal sealed record AssignmentQuestion(string Text)
{
    /// <summary>What follows from going on, a sentence each.</summary>
    public IReadOnlyList<string> Consequences { get; init; } = [];

    /// <summary>Answers to click: title and value. At most 9.</summary>
    public IReadOnlyList<(string Title, string Value)> Offers { get; init; } = [];

    /// <summary>Answers to pick from a longer list.</summary>
    public IReadOnlyList<InputChoice> Choices { get; init; } = [];

    /// <summary>Whether clients that can look people up shall offer it.</summary>
    public bool PicksPeople { get; init; }
}
