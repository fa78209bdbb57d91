using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PimBot.Channel.Schema;

namespace PimBot.Playground.Channel;

/// <summary>The connector's REST routes that a bot uses in personal chats, under the local channel's service URL.</summary>
internal static class ConnectorEndpoints
{
    /// <summary>Teams refuses messages of more than about 100 KB, counted as UTF-16.</summary>
    private const int LargestMessage = 100 * 1024;

    public static void MapConnector(this IEndpointRouteBuilder endpoints)
    {
        var connector = endpoints.MapGroup("/playground/channel/v3/conversations").RequireConnectorToken();
        connector.MapPost("/", CreateConversationAsync);
        connector.MapPost("/{conversationId}/activities", SendAsync);
        connector.MapPost("/{conversationId}/activities/{replyToId}", SendAsync);
        connector.MapPut("/{conversationId}/activities/{activityId}", UpdateAsync);
        connector.MapDelete("/{conversationId}/activities/{activityId}", Delete);
        connector.MapGet("/{conversationId}/members", Members);
        connector.MapGet("/{conversationId}/pagedmembers", PagedMembers);
        connector.MapGet("/{conversationId}/members/{memberId}", Member);
    }

    private static async Task<IResult> CreateConversationAsync(
        HttpRequest request,
        Conversations conversations,
        PlaygroundIdentity identity
    )
    {
        var (parameters, error) = await ReadAsync<NewConversation>(request);
        if (parameters is null)
        {
            return error!;
        }

        if (parameters.IsGroup == true || parameters.Members is not [{ Id: { } member }])
        {
            return ConnectorError.Bad("Only a conversation with one member can be made.");
        }

        if (parameters.TenantId is { } tenant && tenant != identity.TenantId)
        {
            return ConnectorError.Bad("Unknown tenant.");
        }

        return conversations.WithMember(member) is { } conversation
            ? Results.Json(
                new Dictionary<string, string> { ["id"] = conversation.Id, ["serviceUrl"] = identity.ServiceUrl },
                statusCode: StatusCodes.Status201Created
            )
            : ConnectorError.NoMember;
    }

    private static async Task<IResult> SendAsync(
        string conversationId,
        HttpRequest request,
        Conversations conversations,
        LocalChannel channel
    )
    {
        if (conversations.Find(conversationId) is not { } conversation)
        {
            return ConnectorError.NoConversation;
        }

        var (activity, error) = await ReadActivityAsync(request);
        return activity is null
            ? error!
            : Results.Json(
                new Dictionary<string, string> { ["id"] = channel.Receive(conversation, activity) },
                statusCode: StatusCodes.Status201Created
            );
    }

    private static async Task<IResult> UpdateAsync(
        string conversationId,
        string activityId,
        HttpRequest request,
        Conversations conversations,
        LocalChannel channel
    )
    {
        if (conversations.Find(conversationId) is not { } conversation)
        {
            return ConnectorError.NoConversation;
        }

        var (activity, error) = await ReadActivityAsync(request);
        if (activity is null)
        {
            return error!;
        }

        return channel.Update(conversation, activityId, activity)
            ? Results.Json(new Dictionary<string, string> { ["id"] = activityId })
            : ConnectorError.NoActivity;
    }

    private static IResult Delete(
        string conversationId,
        string activityId,
        Conversations conversations,
        LocalChannel channel
    )
    {
        if (conversations.Find(conversationId) is not { } conversation)
        {
            return ConnectorError.NoConversation;
        }

        return channel.Delete(conversation, activityId) ? Results.Ok() : ConnectorError.NoActivity;
    }

    private static IResult Members(string conversationId, Conversations conversations) =>
        conversations.Find(conversationId) is { } conversation
            ? Results.Json(new[] { conversation.User }, PlaygroundJson.Options)
            : ConnectorError.NoConversation;

    private static IResult PagedMembers(string conversationId, Conversations conversations) =>
        conversations.Find(conversationId) is { } conversation
            ? Results.Json(new { members = new[] { conversation.User } }, PlaygroundJson.Options)
            : ConnectorError.NoConversation;

    private static IResult Member(string conversationId, string memberId, Conversations conversations)
    {
        if (conversations.Find(conversationId) is not { } conversation)
        {
            return ConnectorError.NoConversation;
        }

        return memberId == conversation.User.Id || memberId == conversation.PersonId
            ? Results.Json(conversation.User, PlaygroundJson.Options)
            : ConnectorError.NoMember;
    }

    private static async Task<(Activity? Activity, IResult? Error)> ReadActivityAsync(HttpRequest request)
    {
        var (activity, error) = await ReadAsync<Activity>(request);
        return activity switch
        {
            null => (null, error),
            { Type: ActivityTypes.Typing } => (activity, null),
            { Type: not ActivityTypes.Message } => (null, ConnectorError.Bad("Unknown activity type.")),
            { Text: null or "", Attachments: null or [] } => (null, ConnectorError.Bad("Neither text nor attachment.")),
            _ => (activity, null),
        };
    }

    private static async Task<(T? Value, IResult? Error)> ReadAsync<T>(HttpRequest request)
        where T : class
    {
        using var reader = new StreamReader(request.Body);
        var buffer = new char[(LargestMessage / sizeof(char)) + 1];
        var length = await reader.ReadBlockAsync(buffer, request.HttpContext.RequestAborted);
        if (length == buffer.Length)
        {
            return (null, ConnectorError.TooBig);
        }

        try
        {
            var value = JsonSerializer.Deserialize<T>(buffer.AsSpan(0, length), PlaygroundJson.Options);
            return (value, ConnectorError.Bad("Empty body."));
        }
        catch (JsonException)
        {
            return (null, ConnectorError.Bad("The body is not what this route takes."));
        }
    }
}
