using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using PimBot.Channel;

namespace PimBot.Testing;

/// <summary>What a scene changes in the host: the clock, the logs, the way out, and who starts the background work.</summary>
internal static class SceneServices
{
    private const string PassWorker = "PimBot.Workers.PassWorker";

    public static void Apply(
        IServiceCollection services,
        ManualTime clock,
        SceneLogs logs,
        (FakeChannel Channel, IReadOnlyCollection<Uri> Peers) outside
    )
    {
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        services.AddKeyedSingleton<TimeProvider>(ChannelClocks.Pace, new PassingTime(clock));
        services.AddLogging(logging => logging.ClearProviders().AddProvider(logs));
        services.AddHttpClient();
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new OnlyTheFakeFilter(outside.Channel, outside.Peers));
        foreach (var worker in services.Where(IsPassWorker).ToList())
        {
            services.Remove(worker);
        }
    }

    private static bool IsPassWorker(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && !service.IsKeyedService
        && (
            service.ImplementationType
            ?? service.ImplementationInstance?.GetType()
            ?? service.ImplementationFactory?.GetType().GenericTypeArguments[^1]
        )?.FullName == PassWorker;
}
