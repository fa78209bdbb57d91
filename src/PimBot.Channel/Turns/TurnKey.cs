using System.Security.Cryptography;
using System.Text;
using PimBot.Channel.Schema;

namespace PimBot.Channel.Turns;

/// <summary>The name by which a re-delivery of an activity is known.</summary>
internal static class TurnKey
{
    /// <summary>
    /// Each part is preceded by its length, so that no two different activities give the same text. The type counts: an
    /// invoke that has the id of a message must not be given the message's answer, which is none.
    /// </summary>
    public static string Of(Activity activity)
    {
        var text = new StringBuilder();
        foreach (var part in new[] { activity.Type!, activity.ChannelId!, activity.Conversation!.Id!, activity.Id! })
        {
            text.Append(part.Length).Append(':').Append(part).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
