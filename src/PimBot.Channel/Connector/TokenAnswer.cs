namespace PimBot.Channel.Connector;

/// <summary>What the token endpoint gave: a token, or why not (status and OAuth error code, for operators).</summary>
internal sealed record TokenAnswer(OutboundToken? Token, string? Fault);
