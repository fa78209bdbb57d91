using Microsoft.Extensions.Logging;
using PimBot.Channel.Connector;
using PimBot.Channel.Schema;

namespace PimBot.Channel.Endpoint;

/// <summary>Shows that a message is being worked on. Nobody waits for it, and nothing depends on its arrival.</summary>
internal sealed class TypingSign(IConnectorClient connector, ILogger<TypingSign> logger)
{
    public void Show(RunningTurn run)
    {
        if (ConversationReference.From(run.Turn) is { } reference && run.MayShowWork())
        {
            _ = SendAsync(reference, run.Turn.Key);
        }
    }

    private async Task SendAsync(ConversationReference reference, string turnKey)
    {
        try
        {
            await connector.SendAsync(reference, new Activity { Type = ActivityTypes.Typing }, CancellationToken.None);
        }
        catch (Exception e)
        {
            EndpointLog.TypingNotShown(logger, e, turnKey);
        }
    }
}
