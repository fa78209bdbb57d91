namespace PimBot.Channel.Cards;

/// <summary>Action.OpenUrl: opens a page.</summary>
public sealed record ActionOpenUrl : AdaptiveAction
{
    private readonly Uri url = null!;

    /// <exception cref="ArgumentException">Not an absolute https URL.</exception>
    public required Uri Url
    {
        get => url;
        init =>
            url =
                value.IsAbsoluteUri && value.Scheme == Uri.UriSchemeHttps
                    ? value
                    : throw new ArgumentException("A card opens absolute https URLs only.", nameof(value));
    }
}
