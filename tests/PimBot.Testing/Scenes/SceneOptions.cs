using Microsoft.Extensions.DependencyInjection;

namespace PimBot.Testing;

/// <summary>How a scene begins.</summary>
public sealed record SceneOptions
{
    /// <summary>How the bot is registered; a new secret unless set.</summary>
    public BotIdentity Bot { get; init; } = BotIdentity.Create();

    /// <summary>A Monday morning.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The directory (JSON) from which the host and the scene's people come; null for the demo's.</summary>
    public string? DirectoryFile { get; init; }

    /// <summary>Names of those who have the app installed at the start; null for everyone who can chat.</summary>
    public IReadOnlyCollection<string>? Installed { get; init; }

    /// <summary>Where browsers reach the host. Set: people verify at the fake OpenID provider; null: on the demo's page.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Whether the HTTP API is on. People's tokens are then those that the fake OpenID provider's key signs.</summary>
    public bool HasApi { get; init; }

    /// <summary>Settings that are added to the scene's own, or replace them; null values take one away.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Addresses that the host may reach besides the fake channel.</summary>
    public IReadOnlyCollection<Uri> Peers { get; init; } = [];

    /// <summary>Last change of the host's services, such as another target.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }

    /// <summary>Starts the host; the product's own unless a test of the kit says otherwise.</summary>
    public Func<SceneSetup, Task<ISceneHost>> StartHost { get; init; } = PimBotHost.StartAsync;
}
