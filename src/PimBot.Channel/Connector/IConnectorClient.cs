using PimBot.Channel.Schema;

namespace PimBot.Channel.Connector;

/// <summary>Sends to a channel. Never throws for what the channel answers: each answer is an outcome with a documented action.</summary>
public interface IConnectorClient
{
    /// <summary><c>POST /v3/conversations/{id}/activities</c>.</summary>
    Task<SendOutcome> SendAsync(ConversationReference reference, Activity activity, CancellationToken cancellation);

    /// <summary><c>PUT /v3/conversations/{id}/activities/{activityId}</c>.</summary>
    Task<SendOutcome> UpdateAsync(
        ConversationReference reference,
        string activityId,
        Activity activity,
        CancellationToken cancellation
    );

    /// <summary><c>DELETE /v3/conversations/{id}/activities/{activityId}</c>.</summary>
    Task<SendOutcome> DeleteAsync(ConversationReference reference, string activityId, CancellationToken cancellation);

    /// <summary>
    /// <c>POST /v3/conversations</c>: opens the 1:1 conversation with one person, or finds it, if the app is installed
    /// for them.
    /// </summary>
    Task<OpenedConversation> CreateConversationAsync(ConversationOpening opening, CancellationToken cancellation);
}
