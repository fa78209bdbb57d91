namespace PimBot.Playground.Channel;

/// <summary>Something that the page must show. Applying one twice changes nothing.</summary>
/// <param name="Type"><c>message</c>, <c>removed</c>, <c>typing</c>, <c>clock</c> or <c>reset</c>.</param>
internal sealed record ChannelEvent(
    string Type,
    string? Person = null,
    TranscriptMessage? Message = null,
    string? Id = null,
    DateTimeOffset? Now = null
)
{
    /// <summary>What the page has is too old to be brought up to date: it must load everything again.</summary>
    public static readonly ChannelEvent Reset = new("reset");
}
