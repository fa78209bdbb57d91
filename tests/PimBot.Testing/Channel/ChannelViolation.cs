namespace PimBot.Testing;

/// <summary>Something that the bot sent and that the real channel would refuse, or that must never be sent.</summary>
/// <param name="Where">The request, such as <c>POST v3/conversations/a:1/activities</c>, or <c>invoke answer</c>.</param>
/// <param name="Problem">What is wrong, in one sentence.</param>
public sealed record ChannelViolation(string Where, string Problem)
{
    public override string ToString() => $"{Where}: {Problem}";
}
