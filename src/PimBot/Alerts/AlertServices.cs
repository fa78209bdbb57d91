using Microsoft.Extensions.Options;
using PimBot.Application.Alerts;
using PimBot.Application.Work;
using PimBot.Channel.Settings;

namespace PimBot.Alerts;

/// <summary>Puts together what looks for alerts.</summary>
internal static class AlertServices
{
    public static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<AlertOptions>()
            .Configure(o => SectionForm.Bind(configuration.GetSection(AlertOptions.Section), o))
            .ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<AlertOptions>, AlertOptionsValidator>()
            .AddSingleton(all => new AlertScanSettings(
                all.GetRequiredService<IOptions<AlertOptions>>().Value.ScanInterval
            ))
            .AddSingleton<IBackgroundPass, ScanAlerts>()
            .AddSingleton<IOutboxHandler, RemoveOutsideHandler>();
    }
}
