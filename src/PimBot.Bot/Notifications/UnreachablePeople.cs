using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Bot.People;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Notifications;

/// <summary>Remembers which approvers of a request could not be reached.</summary>
internal static class UnreachablePeople
{
    /// <summary>True when that is news.</summary>
    public static async Task<bool> AddAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        PersonId person,
        string why,
        CancellationToken cancellation
    )
    {
        var key = KeyOf(request.Id, person);
        if (await work.Bot.ReadAsync(key, cancellation) is not null)
        {
            return false;
        }

        await work.Bot.WriteAsync(key, "{}", cancellation);
        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.PersonUnreachable,
                Subject = person,
                Access = request.Access,
                Request = request.Id,
                Detail = why,
            }
        );
        return true;
    }

    /// <summary>The approvers' channel of a request could not be reached. In the audit by <c>PassOverChannel</c>.</summary>
    public static Task AddChannelAsync(IPimUnitOfWork work, RequestId request, CancellationToken cancellation) =>
        work.Bot.WriteAsync(KeyOf(request, ApproversPlace.Channel), "{}", cancellation);

    /// <summary>The person was reached after all. True when that is news.</summary>
    public static async Task<bool> RemoveAsync(
        IPimUnitOfWork work,
        RequestId request,
        PersonId person,
        CancellationToken cancellation
    )
    {
        var key = KeyOf(request, person);
        if (await work.Bot.ReadAsync(key, cancellation) is null)
        {
            return false;
        }

        await work.Bot.DeleteAsync(key, cancellation);
        return true;
    }

    public static async Task<IReadOnlySet<PersonId>> OfAsync(
        IPimUnitOfWork work,
        RequestId request,
        CancellationToken cancellation
    )
    {
        var prefix = PrefixOf(request);
        var found = await work.Bot.ListAsync(prefix, cancellation);
        return found.Select(d => new PersonId(d.Key[prefix.Length..])).ToHashSet();
    }

    private static string PrefixOf(RequestId request) => $"unreachable/{request}/";

    private static string KeyOf(RequestId request, PersonId person) => $"{PrefixOf(request)}{person}";
}
