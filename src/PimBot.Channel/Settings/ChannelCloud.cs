namespace PimBot.Channel.Settings;

/// <summary>Which Bot Framework cloud signs inbound tokens and takes what is sent.</summary>
public enum ChannelCloud
{
    Public = 1,
    UsGov = 2,
    China = 3,
}
