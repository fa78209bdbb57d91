namespace PimBot.Channel.Connector;

/// <summary>Installs the bot's Teams app for somebody who has not got it, where <c>Channel:InstallTeamsApp</c> allows that.</summary>
public interface IAppInstaller
{
    /// <summary>
    /// Asks Microsoft Graph (<c>POST /users/{id}/teamwork/installedApps</c>), once and for at most 10 seconds. True: the
    /// app is there now. False: it is not, or that is not known, or the setting is off; never throws for what Graph
    /// answers.
    /// </summary>
    /// <param name="directoryId">The person's object id; nothing is asked for one that is no GUID.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<bool> InstallAsync(string directoryId, CancellationToken cancellation);
}
