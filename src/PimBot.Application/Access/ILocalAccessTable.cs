using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>The table behind the <c>local</c> target: who holds what now, one row per grant.</summary>
public interface ILocalAccessTable
{
    /// <summary>Adds the row unless it is there.</summary>
    Task EnsureAsync(TargetGrant grant, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Removes the row if it is there.</summary>
    Task RemoveAsync(GrantId grant, CancellationToken cancellation);

    Task<bool> HoldsAsync(GrantId grant, CancellationToken cancellation);

    Task<IReadOnlyList<LocalAccess>> HeldByAsync(PersonId person, CancellationToken cancellation);
}
