namespace PimBot.Application.Work;

/// <summary>Hears of background work that did not go well, for logs and metrics.</summary>
public interface IWorkObserver
{
    /// <summary>The effect is not there; it is tried again.</summary>
    void Failed(OutboxMessage message, string error);

    /// <summary>A handler broke its contract.</summary>
    void Threw(OutboxMessage message, Exception failure);

    /// <summary>The lease ran out while the effect was performed; somebody else records it.</summary>
    void ClaimLost(OutboxMessage message);

    /// <summary>A due row could not be advanced; it is tried again when its lease is over.</summary>
    void DueItemFailed(string kind, Exception failure);
}
