namespace PimBot.Channel.Schema;

/// <summary>Values of <see cref="Activity.DeliveryMode"/> that change how an activity is answered.</summary>
public static class DeliveryModes
{
    /// <summary>The sender reads the replies from the HTTP answer.</summary>
    public const string ExpectReplies = "expectReplies";
}
