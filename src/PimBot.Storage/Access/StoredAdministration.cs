using Microsoft.EntityFrameworkCore;
using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Storage.Work;

namespace PimBot.Storage.Access;

internal sealed class StoredAdministration(Session session) : IAdministration
{
    public async Task<Elevation?> FindElevationAsync(PersonId person, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await db.Elevations.FirstOrDefaultAsync(row => row.Person == person, cancellation);
    }

    public async Task SaveAsync(Elevation elevation, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        Session.Forget<Elevation>(db, row => row.Person == elevation.Person);
        var exists = await db.Elevations.AnyAsync(row => row.Person == elevation.Person, cancellation);
        session.Change().Entry(elevation).State = exists ? EntityState.Modified : EntityState.Added;
    }

    public async Task<Milestone?> FindMilestoneAsync(string name, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await db.Milestones.FirstOrDefaultAsync(row => row.Name == name, cancellation);
    }

    public void Record(Milestone milestone) => session.Change().Add(milestone);

    public async Task MoveAsync(Milestone milestone, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        Session.Forget<Milestone>(db, row => row.Name == milestone.Name);
        var exists = await db.Milestones.AnyAsync(row => row.Name == milestone.Name, cancellation);
        session.Change().Entry(milestone).State = exists ? EntityState.Modified : EntityState.Added;
    }
}
