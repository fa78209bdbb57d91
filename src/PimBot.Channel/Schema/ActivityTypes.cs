namespace PimBot.Channel.Schema;

/// <summary>The activity types that are handled or sent. Any other that comes in is answered with 200 and ignored.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>Sent only; ignored when it comes in.</summary>
    public const string Typing = "typing";
}
