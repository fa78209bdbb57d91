namespace PimBot.Bot.Reviews;

/// <summary>What is recommended for the items that nobody answered yet.</summary>
/// <param name="Approve">How many are recommended to stay.</param>
/// <param name="Deny">How many are recommended to go.</param>
internal sealed record RecommendedCounts(int Approve, int Deny)
{
    public int All => Approve + Deny;
}
