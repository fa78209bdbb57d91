namespace PimBot.Testing;

/// <summary>The bot's process as a scene sees it.</summary>
public interface ISceneHost : IAsyncDisposable
{
    /// <summary>Where it listens.</summary>
    Uri Address { get; }

    IServiceProvider Services { get; }
}
