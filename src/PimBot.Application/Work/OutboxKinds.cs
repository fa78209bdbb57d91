namespace PimBot.Application.Work;

/// <summary>The kinds of outside effects that the application owes. The bot adds its own.</summary>
public static class OutboxKinds
{
    private const string OfAccess = "grant.";

    public const string EnsureGranted = "grant.ensure-granted";
    public const string EnsureRevoked = "grant.ensure-revoked";
    public const string Notice = "notice";
    public const string ChannelNotice = "notice.channel";

    /// <summary>By which lane messages of this kind are delivered.</summary>
    public static OutboxLane LaneOf(string kind) =>
        kind.StartsWith(OfAccess, StringComparison.Ordinal) ? OutboxLane.Access : OutboxLane.Messages;
}
