using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Channel.Endpoint;

namespace PimBot.Channel;

/// <summary>Maps the endpoint that the channel posts activities to.</summary>
public static class ChannelEndpoint
{
    /// <summary>
    /// Maps <c>POST</c> on the pattern. The endpoint checks the channel's token itself, so it is outside of the host's own
    /// authorization. Answers: 200; 400 malformed; 401 token refused; 403 not vouched for, host or tenant not allowed;
    /// 413 above 256 KiB; 415 no plain JSON; 429 above the rate limit (an invoke is told so in words instead); 501 unknown
    /// invoke; 503 keys unavailable, too many tokens at once, or the bot failed, stops or needs more than ten seconds for
    /// what is no invoke. Never 500.
    /// </summary>
    public static IEndpointConventionBuilder MapBotEndpoint(
        this IEndpointRouteBuilder endpoints,
        string pattern = "/api/messages"
    )
    {
        RequestDelegate handle = context =>
            context.RequestServices.GetRequiredService<ActivityEndpoint>().HandleAsync(context);
        return endpoints.MapPost(pattern, handle).AllowAnonymous().WithDisplayName("Bot Framework activities");
    }
}
