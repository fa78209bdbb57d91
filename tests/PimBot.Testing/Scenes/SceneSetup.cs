using Microsoft.Extensions.DependencyInjection;

namespace PimBot.Testing;

/// <summary>What a scene asks of the host that it starts.</summary>
/// <param name="Settings">Configuration that wins over every other.</param>
/// <param name="ConfigureServices">Applied after the host's own registrations.</param>
public sealed record SceneSetup(
    IReadOnlyDictionary<string, string?> Settings,
    Action<IServiceCollection> ConfigureServices
);
