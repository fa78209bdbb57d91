namespace PimBot.Application.Work;

/// <summary>The kinds of outside effects that the application owes. The bot adds its own.</summary>
public static class OutboxKinds
{
    public const string EnsureGranted = "grant.ensure-granted";
    public const string EnsureRevoked = "grant.ensure-revoked";
    public const string Notice = "notice";
    public const string ChannelNotice = "notice.channel";
}
