namespace PimBot.Channel.Cards;

/// <summary>Action.OpenUrl: opens a page.</summary>
public sealed record ActionOpenUrl : AdaptiveAction
{
    private readonly Uri url = null!;

    /// <summary>Absolute https; http only for this very machine, as in development.</summary>
    /// <exception cref="ArgumentException">Another URL.</exception>
    public required Uri Url
    {
        get => url;
        init =>
            url =
                value.IsAbsoluteUri
                && (value.Scheme == Uri.UriSchemeHttps || (value.Scheme == Uri.UriSchemeHttp && value.IsLoopback))
                    ? value
                    : throw new ArgumentException(
                        "A card opens absolute https URLs, and http on loopback, only.",
                        nameof(value)
                    );
    }
}
