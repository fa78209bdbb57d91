using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Access;
using PimBot.Application.Alerts;
using PimBot.Targets.Access;
using PimBot.Targets.Alerts;

namespace PimBot.Targets;

/// <summary>Puts the targets together.</summary>
public static class TargetServices
{
    /// <summary>Access is granted and revoked in PimBot's own table.</summary>
    public static IServiceCollection AddLocalTarget(this IServiceCollection services) =>
        services.AddSingleton<IAccessTarget, LocalTarget>().AddSingleton<IOutsideAccessTarget, LocalOutsideTarget>();
}
