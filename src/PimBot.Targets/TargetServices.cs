using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Access;
using PimBot.Targets.Access;

namespace PimBot.Targets;

/// <summary>Puts the targets together.</summary>
public static class TargetServices
{
    /// <summary>Access is granted and revoked in PimBot's own table.</summary>
    public static IServiceCollection AddLocalTarget(this IServiceCollection services) =>
        services.AddSingleton<IAccessTarget, LocalTarget>();
}
