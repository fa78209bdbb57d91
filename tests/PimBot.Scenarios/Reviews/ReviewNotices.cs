using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Reviews;

/// <summary>Takes the place of the chat: keeps the word of reviews that is owed, so that a story sees who is told of what.</summary>
internal sealed class ReviewNotices : IOutboxHandler
{
    private readonly ConcurrentQueue<ReviewNotice> kept = new();

    public string Kind => OutboxKinds.ReviewNotice;

    public void Use(IServiceCollection services)
    {
        foreach (
            var chat in services
                .Where(s =>
                    s.ServiceType == typeof(IOutboxHandler) && s.ImplementationType?.Name == "ReviewNoticeHandler"
                )
                .ToList()
        )
        {
            services.Remove(chat);
        }

        services.AddSingleton<IOutboxHandler>(this);
    }

    public Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        kept.Enqueue(JsonSerializer.Deserialize<ReviewNotice>(message.Payload, JsonSerializerOptions.Web)!);
        return Task.FromResult(OutboxResult.Done);
    }

    /// <summary>Who was told of this, each time.</summary>
    public IReadOnlyList<PersonId> Told(ReviewNoticeKind kind) =>
        [.. kept.Where(notice => notice.Kind == kind).Select(notice => notice.Person)];

    public void AssertTold(ReviewNoticeKind kind, params TestPerson[] people) =>
        Assert.Equal(
            people.Select(person => person.Id).Order(StringComparer.Ordinal),
            Told(kind).Select(person => person.Value).Order(StringComparer.Ordinal)
        );
}
