using Microsoft.AspNetCore.Http;

namespace PimBot.Playground.Channel;

/// <summary>The connector's error answers: <c>{"error":{"code","message"}}</c>.</summary>
internal static class ConnectorError
{
    public static readonly IResult NoConversation = Of(404, "ConversationNotFound", "Conversation not found.");

    public static readonly IResult NoActivity = Of(404, "ActivityNotFoundInConversation", "Activity not found.");

    public static readonly IResult NoMember = Of(404, "MemberNotFoundInConversation", "Member not found.");

    public static readonly IResult TooBig = Of(413, "MessageSizeTooBig", "Message size too large.");

    public static IResult Bad(string message) => Of(400, "BadSyntax", message);

    private static IResult Of(int status, string code, string message) =>
        Results.Json(
            new Dictionary<string, object>
            {
                ["error"] = new Dictionary<string, object> { ["code"] = code, ["message"] = message },
            },
            statusCode: status
        );
}
