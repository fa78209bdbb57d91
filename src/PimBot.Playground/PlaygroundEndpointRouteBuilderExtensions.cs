using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PimBot.Playground.Api;
using PimBot.Playground.Channel;
using PimBot.Playground.Guard;
using PimBot.Playground.Issuer;

namespace PimBot.Playground;

/// <summary>Maps the playground's routes: the page at <c>/</c>, everything else under <c>/playground/</c>.</summary>
public static class PlaygroundEndpointRouteBuilderExtensions
{
    /// <summary>Maps every route behind the guard that answers 404 to what does not come straight from this machine.</summary>
    /// <exception cref="InvalidOperationException">The environment is not Development, or a port of the host is missing.</exception>
    public static IEndpointRouteBuilder MapPlayground(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            throw new InvalidOperationException("The playground exists in Development only.");
        }

        services.GetRequiredService<PlaygroundIdentity>();
        services.GetRequiredService<IPlaygroundPeople>();
        services.GetRequiredService<IPlaygroundClock>();

        var playground = endpoints.MapGroup("").WithPageSecurityHeaders().OnlyFromThisMachine();
        playground.MapPage();
        playground.MapPageApi();
        playground.MapIssuer();
        playground.MapConnector();
        return endpoints;
    }
}
