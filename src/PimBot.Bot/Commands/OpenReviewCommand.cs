namespace PimBot.Bot.Commands;

/// <summary>An administrator asks for a review to look at it, remind, stop, reset or apply it; the card's buttons do that.</summary>
/// <param name="Name">What the review was called, all of it; null: no review was named.</param>
/// <param name="RoleText">Words for its role; null: none.</param>
/// <param name="PlaceText">Words for its place; null: none.</param>
/// <param name="IsToApply">Whether the results are to be applied, which is for reviews that are over.</param>
internal sealed record OpenReviewCommand(string? Name, string? RoleText, string? PlaceText, bool IsToApply) : Command
{
    public static OpenReviewCommand Of(CommandTail tail, bool isToApply)
    {
        var name = tail.Typed.Exactly(tail.From, tail.Typed.Tokens.Count);
        var asked = ReviewTextReader.Read(tail);
        return new(name.Length == 0 ? null : name, asked.RoleText, asked.PlaceText, isToApply);
    }
}
