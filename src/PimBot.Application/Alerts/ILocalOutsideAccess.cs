using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>The rows of the <c>local</c> target's table that somebody else added.</summary>
public interface ILocalOutsideAccess
{
    Task<IReadOnlyList<OutsideAccess>> ListAsync(CancellationToken cancellation);

    /// <summary>Adds a row as somebody else would; its id must be a GUID.</summary>
    Task AddAsync(OutsideAccess access, CancellationToken cancellation);

    /// <summary>Removes the row if it is there and not PimBot's own. True: it is not there now.</summary>
    Task<bool> RemoveAsync(string id, CancellationToken cancellation);
}
