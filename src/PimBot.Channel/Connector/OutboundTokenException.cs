namespace PimBot.Channel.Connector;

/// <summary>There is no token to send with: nothing was sent.</summary>
internal sealed class OutboundTokenException(string fault) : Exception(fault);
