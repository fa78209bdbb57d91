namespace PimBot.Channel.Connector;

/// <summary>The host guard refused the request's URL: nothing was sent.</summary>
internal sealed class HostRefusedException() : Exception("The service host is not allowed.");
