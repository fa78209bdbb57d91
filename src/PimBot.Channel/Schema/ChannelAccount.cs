namespace PimBot.Channel.Schema;

/// <summary>A person or bot on a channel. Only <see cref="AadObjectId"/> identifies a person; names never do.</summary>
public sealed record ChannelAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? AadObjectId { get; init; }

    public string? Role { get; init; }
}
