using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Playground.Issuer;

namespace PimBot.Playground.Channel;

/// <summary>Lets only requests with the bot's token for the connector reach an endpoint; the others get 401 unread.</summary>
internal static class ConnectorToken
{
    private const string Scheme = "Bearer ";

    public static TBuilder RequireConnectorToken<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate ?? throw new InvalidOperationException("An endpoint without delegate.");
            endpoint.RequestDelegate = context => IsAllowed(context) ? next(context) : Refuse(context);
        });
        return builder;
    }

    private static bool IsAllowed(HttpContext context) =>
        context.Request.Headers.Authorization is [{ } header]
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && context
            .RequestServices.GetRequiredService<PlaygroundTokens>()
            .IsForConnector(header[Scheme.Length..].Trim());

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
