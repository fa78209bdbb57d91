using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>What the service knows of its own administration.</summary>
public interface IAdministration
{
    /// <summary>The person's newest elevation, over or not.</summary>
    Task<Elevation?> FindElevationAsync(PersonId person, CancellationToken cancellation);

    /// <summary>Replaces the person's elevation.</summary>
    Task SaveAsync(Elevation elevation, CancellationToken cancellation);

    Task<Milestone?> FindMilestoneAsync(string name, CancellationToken cancellation);

    /// <summary>Records what happens once. When another unit recorded it meanwhile, this one is run again.</summary>
    void Record(Milestone milestone);

    /// <summary>Replaces a milestone, or records it; for what moves on, such as the newest digest.</summary>
    Task MoveAsync(Milestone milestone, CancellationToken cancellation);
}
