namespace PimBot.Channel.Schema;

/// <summary>The invokes that are handled; any other is answered with 501.</summary>
public static class InvokeNames
{
    public const string AdaptiveCardAction = "adaptiveCard/action";
}
