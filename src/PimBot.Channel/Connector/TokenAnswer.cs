namespace PimBot.Channel.Connector;

/// <summary>What a token source gave: a token, or why not (status and error code, for operators).</summary>
internal sealed record TokenAnswer(OutboundToken? Token, string? Fault);
