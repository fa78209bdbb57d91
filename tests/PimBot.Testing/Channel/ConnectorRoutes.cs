using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PimBot.Testing;

/// <summary>The connector's HTTP routes of <see cref="FakeChannel"/>.</summary>
internal sealed class ConnectorRoutes(FakeChannel channel)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public void Map(WebApplication app)
    {
        var routes = app.MapGroup("/emea/v3/conversations");
        routes.MapPost("", (HttpContext http) => AnswerAsync(http, CreateAsync));
        routes.MapPost("{chat}/activities", (HttpContext http) => SendAsync(http, Post));
        routes.MapPost("{chat}/activities/{id}", (HttpContext http) => SendAsync(http, Post));
        routes.MapPut("{chat}/activities/{id}", (HttpContext http) => SendAsync(http, Put));
        routes.MapDelete("{chat}/activities/{id}", (HttpContext http) => SendAsync(http, Delete));
        routes.MapGet("{chat}/members", (HttpContext http) => AnswerAsync(http, MembersAsync));
        routes.MapGet("{chat}/pagedmembers", (HttpContext http) => AnswerAsync(http, MembersAsync));
        routes.MapGet("{chat}/members/{id}", (HttpContext http) => AnswerAsync(http, MembersAsync));
        app.MapFallback((HttpContext http) => AnswerAsync(http, NoRouteAsync));
    }

    private delegate ConnectorAnswer Handler(HttpContext http, Chat chat, JsonObject activity);

    private static string Route(HttpContext http, string name) => http.Request.RouteValues[name]?.ToString() ?? "";

    private async Task AnswerAsync(HttpContext http, Func<HttpContext, Task<ConnectorAnswer>> handler)
    {
        var answer = Unauthorized(http) ?? await handler(http);
        await answer.WriteAsync(http);
    }

    private Task SendAsync(HttpContext http, Handler handler) =>
        AnswerAsync(
            http,
            async _ =>
            {
                var chat = channel.Find(Route(http, "chat"));
                if (channel.Pace.Count(Route(http, "chat")) is { } problem)
                {
                    channel.Report(Where(http), problem);
                }

                var fault = channel.TakeFault(chat, http.Request.Method);
                if (fault is { HasEffect: false })
                {
                    return ConnectorAnswer.Of(fault);
                }

                var answer = await HandleAsync(http, chat, handler);
                return fault is null ? answer : ConnectorAnswer.Of(fault);
            }
        );

    private async Task<ConnectorAnswer> HandleAsync(HttpContext http, Chat? chat, Handler handler)
    {
        if (chat is null)
        {
            return Violation(http, HttpStatusCode.NotFound, "ConversationNotFound", "unknown conversation");
        }

        if (!chat.IsInstalled)
        {
            return ConnectorAnswer.Of(ChannelFault.NotInRoster);
        }

        if (HttpMethods.IsDelete(http.Request.Method))
        {
            return handler(http, chat, []);
        }

        var (activity, size) = await ReadAsync(http);
        if (activity is null)
        {
            return Violation(http, HttpStatusCode.BadRequest, "BadSyntax", "the body is no JSON object");
        }

        var refusals = OutgoingRules.Check(activity, size).ToList();
        refusals.ForEach(refusal => channel.Report(Where(http), refusal.Problem));
        return refusals.Count == 0
            ? handler(http, chat, activity)
            : ConnectorAnswer.Error(refusals[0].Status, refusals[0].Code, refusals[0].Problem);
    }

    private ConnectorAnswer Post(HttpContext http, Chat chat, JsonObject activity)
    {
        var id = channel.NewMessageId();
        if (activity["type"]?.ToString() == "message")
        {
            chat.Add(id, isFromBot: true, activity);
        }

        return new ConnectorAnswer(HttpStatusCode.Created, new JsonObject { ["id"] = id });
    }

    private ConnectorAnswer Put(HttpContext http, Chat chat, JsonObject activity) =>
        chat.Update(Route(http, "id"), activity) ? Done(http) : NoMessage(http, chat);

    private ConnectorAnswer Delete(HttpContext http, Chat chat, JsonObject activity) =>
        chat.Delete(Route(http, "id")) ? Done(http) : NoMessage(http, chat);

    private ConnectorAnswer NoMessage(HttpContext http, Chat chat)
    {
        var isKnown = chat.Messages.Any(message => message.Id == Route(http, "id") && message.IsFromBot);
        return isKnown
            ? ConnectorAnswer.Of(ChannelFault.MessageNotFound)
            : Violation(
                http,
                HttpStatusCode.NotFound,
                "ActivityNotFoundInConversation",
                "the bot sent no such message"
            );
    }

    private static ConnectorAnswer Done(HttpContext http) =>
        new(HttpStatusCode.OK, new JsonObject { ["id"] = Route(http, "id") });

    private async Task<ConnectorAnswer> CreateAsync(HttpContext http)
    {
        var (body, _) = await ReadAsync(http);
        var members = body?["members"] as JsonArray ?? [];
        if (body is null || members.Count != 1 || body["isGroup"]?.ToString() is "true" or "True")
        {
            return Violation(http, HttpStatusCode.BadRequest, "BadSyntax", "a 1:1 conversation has one member");
        }

        if (OutgoingRules.Nulls(body, "conversation").FirstOrDefault() is { } nothing)
        {
            return Violation(http, HttpStatusCode.BadRequest, "BadSyntax", nothing);
        }

        if (body["channelData"]?["tenant"]?["id"]?.ToString() != channel.Bot.TenantId)
        {
            return Violation(http, HttpStatusCode.BadRequest, "BadSyntax", "channelData names no tenant, or another");
        }

        if (body["bot"]?["id"]?.ToString() != channel.Bot.ChannelId)
        {
            return Violation(http, HttpStatusCode.BadRequest, "BadSyntax", "bot is missing or another's id");
        }

        if (body["tenantId"]?.ToString() != channel.Bot.TenantId)
        {
            return Violation(http, HttpStatusCode.BadRequest, "BadSyntax", "tenantId is missing or another tenant's");
        }

        var id = members[0]?["id"]?.ToString();
        var chat = channel.Chats.FirstOrDefault(known => known.UserId == id || known.AadObjectId == id);
        if (chat is null)
        {
            return Violation(http, HttpStatusCode.BadRequest, "BadArgument", "unknown member");
        }

        return (channel.TakeOpeningFault(chat), chat.IsInstalled) switch
        {
            ({ } fault, _) => ConnectorAnswer.Of(fault),
            (_, true) => new ConnectorAnswer(HttpStatusCode.Created, new JsonObject { ["id"] = chat.ConversationId }),
            _ => ConnectorAnswer.Of(ChannelFault.NotInRoster),
        };
    }

    private Task<ConnectorAnswer> MembersAsync(HttpContext http)
    {
        if (channel.Find(Route(http, "chat")) is not { } chat)
        {
            return Task.FromResult(
                Violation(http, HttpStatusCode.NotFound, "ConversationNotFound", "unknown conversation")
            );
        }

        var member = new JsonObject
        {
            ["id"] = chat.UserId,
            ["name"] = chat.Name,
            ["aadObjectId"] = chat.AadObjectId,
            ["tenantId"] = channel.Bot.TenantId,
        };
        var isOne = http.Request.RouteValues.ContainsKey("id");
        var isPaged = http.Request.Path.Value!.EndsWith("/pagedmembers", StringComparison.Ordinal);
        JsonNode body = isOne ? member : new JsonArray(member);
        return Task.FromResult(
            new ConnectorAnswer(HttpStatusCode.OK, isPaged ? new JsonObject { ["members"] = body } : body)
        );
    }

    private Task<ConnectorAnswer> NoRouteAsync(HttpContext http) =>
        Task.FromResult(Violation(http, HttpStatusCode.NotFound, "NotFound", "the connector has no such route"));

    private ConnectorAnswer? Unauthorized(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var isValid =
            header.StartsWith("Bearer ", StringComparison.Ordinal) && channel.Issuer.IsValidOutbound(header[7..]);
        return isValid
            ? null
            : Violation(http, HttpStatusCode.Unauthorized, "Unauthorized", "no valid token of the token endpoint");
    }

    private ConnectorAnswer Violation(HttpContext http, HttpStatusCode status, string code, string problem)
    {
        channel.Report(Where(http), problem);
        return ConnectorAnswer.Error(status, code, problem);
    }

    private static string Where(HttpContext http) => $"{http.Request.Method} {http.Request.Path}";

    private static async Task<(JsonObject? Json, long Utf16Bytes)> ReadAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        try
        {
            return (JsonNode.Parse(text, documentOptions: Strict) as JsonObject, text.Length * 2L);
        }
        catch (JsonException)
        {
            return (null, text.Length * 2L);
        }
    }
}
