using System.Collections.Concurrent;
using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Scenarios.Model;

/// <summary>Takes the notices that people are owed, and hears of work that broke.</summary>
internal sealed class WorkRecord : IOutboxHandler, IWorkObserver
{
    private readonly ConcurrentDictionary<Guid, Notice> notices = [];
    private readonly ConcurrentQueue<string> faults = [];

    public string Kind => OutboxKinds.Notice;

    /// <summary>What must never happen: a due row that can't be advanced, a handler that breaks where the target did not.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>How many messages of this kind a person was sent about a request; the same message twice is one.</summary>
    public int Told(NoticeKind kind, PersonId person, RequestId request) =>
        notices.Values.Count(n => (n.Kind, n.Person, n.Request) == (kind, person, request));

    public Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        notices[message.Id] = JsonSerializer.Deserialize<Notice>(message.Payload, JsonSerializerOptions.Web)!;
        return Task.FromResult(OutboxResult.Done);
    }

    public void Failed(OutboxMessage message, string error) { }

    public void Threw(OutboxMessage message, Exception failure)
    {
        if (failure is not HttpRequestException)
        {
            faults.Enqueue($"{message.Kind}: {failure}");
        }
    }

    public void ClaimLost(OutboxMessage message) { }

    public void DueItemFailed(string kind, Exception failure) => faults.Enqueue($"{kind}: {failure}");
}
