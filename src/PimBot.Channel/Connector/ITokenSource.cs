namespace PimBot.Channel.Connector;

/// <summary>Where the bot's access tokens come from, by whatever credential is configured.</summary>
internal interface ITokenSource
{
    /// <summary>
    /// One attempt for a scope such as <c>https://api.botframework.com/.default</c>. The answer's fault is for operators
    /// and holds codes only: no text of another server, no secret, no token. What is thrown counts as a fault, too, and
    /// is reported by its type alone.
    /// </summary>
    Task<TokenAnswer> RequestAsync(string scope, CancellationToken cancellation);
}
