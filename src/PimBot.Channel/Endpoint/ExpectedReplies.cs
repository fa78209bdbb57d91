using PimBot.Channel.Schema;

namespace PimBot.Channel.Endpoint;

/// <summary>The body that answers an activity whose delivery mode is <c>expectReplies</c>.</summary>
internal sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);
