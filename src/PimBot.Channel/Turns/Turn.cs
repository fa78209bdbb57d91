using PimBot.Channel.Schema;

namespace PimBot.Channel.Turns;

/// <summary>One delivery of one activity, after every check of the token and of the body's form.</summary>
/// <param name="Activity">The activity as received.</param>
/// <param name="Key">The same for each delivery of the same activity, different for any other: channel, conversation, activity id and sender, hashed (64 hexadecimal digits).</param>
/// <param name="TenantId">The agreed tenant of conversation and channel data; null where the channel has none.</param>
/// <param name="PersonId"><c>from.aadObjectId</c>; null when the activity has none (then nothing personal may happen).</param>
/// <param name="Text">The message's text without the bot's mention, at most 4,000 characters, control and bidi characters removed; empty when none.</param>
public sealed record Turn(Activity Activity, string Key, string? TenantId, string? PersonId, string Text);
