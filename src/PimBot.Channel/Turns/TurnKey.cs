using System.Security.Cryptography;
using System.Text;
using PimBot.Channel.Schema;

namespace PimBot.Channel.Turns;

/// <summary>The name by which a re-delivery of an activity is known.</summary>
internal static class TurnKey
{
    /// <summary>
    /// Type, channel, conversation, activity and sender: an answer is for whoever asked, so nobody else's delivery is the
    /// same turn, nor is an invoke that has the id of a message. Each part is preceded by its length, so that no two
    /// different lists give the same text.
    /// </summary>
    public static string Of(Activity activity)
    {
        var text = new StringBuilder();
        var sender = activity.From?.AadObjectId ?? activity.From?.Id ?? "";
        var parts = new[] { activity.Type!, activity.ChannelId!, activity.Conversation!.Id!, activity.Id!, sender };
        foreach (var part in parts)
        {
            text.Append(part.Length).Append(':').Append(part).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
