using System.Text.Json.Nodes;
using PimBot.Channel.Schema;

namespace PimBot.Channel.Turns;

/// <summary>What the bot answers to a turn.</summary>
/// <param name="Invoke">The invoke's answer; null for anything that is no invoke.</param>
/// <param name="Replies">
/// Replies that the HTTP answer must carry because the activity asked for <c>expectReplies</c>; otherwise empty
/// (replies are sent through the connector by the bot itself).
/// </param>
public sealed record TurnResult(InvokeAnswer? Invoke, IReadOnlyList<Activity> Replies)
{
    public static readonly TurnResult Nothing = new(null, []);

    public static TurnResult Answer(InvokeAnswer answer) => new(answer, []);
}
