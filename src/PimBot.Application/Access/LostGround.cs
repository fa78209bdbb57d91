using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Ends activations whose eligibility, or whose holder, is gone: an activation never outlives its ground.</summary>
internal static class LostGround
{
    /// <summary>Ends what an assignment that was changed or removed gave the ground for.</summary>
    public static async Task EndAsync(IPimUnitOfWork work, Assignment lost, CancellationToken cancellation)
    {
        if (lost.Type is not AssignmentType.Eligible)
        {
            return;
        }

        IReadOnlySet<PersonId> people = lost.Person is { } person
            ? new HashSet<PersonId> { person }
            : (await HolderReader.MembersAsync(work, [lost.Group!.Value], cancellation))
                .Values.SelectMany(m => m)
                .ToHashSet();
        // One person may have activated the role at several narrower scopes.
        var grants = await work.Grants.OpenOfRoleAsync(lost.Access.Role, cancellation);
        foreach (var grant in grants.Where(g => people.Contains(g.Person)))
        {
            await EndIfLostAsync(work, grant, cancellation);
        }
    }

    /// <summary>
    /// Ends the activation unless its holder is enabled and eligible now, or the last one: that one is kept until there
    /// is another.
    /// </summary>
    /// <returns>Whether it was ended.</returns>
    public static async Task<bool> EndIfLostAsync(IPimUnitOfWork work, Grant grant, CancellationToken cancellation)
    {
        if (
            grant.State is not GrantState.Active
            || await CauseAsync(work, grant, cancellation) is not { } cause
            || await LastHolder.IsLastAsync(work, grant, countsOverdue: false, cancellation)
        )
        {
            return false;
        }

        var ended = GrantLife.End(grant, work.Now, cause, null);
        await GrantEnding.SaveAsync(work, grant, ended, tellHolder: true, cancellation);
        return true;
    }

    /// <summary>Why the activation has lost its ground; null: it has not.</summary>
    public static async Task<GrantEndCause?> CauseAsync(
        IPimUnitOfWork work,
        Grant grant,
        CancellationToken cancellation
    )
    {
        if (await work.Directory.FindPersonAsync(grant.Person, cancellation) is not { Enabled: true })
        {
            return GrantEndCause.PersonDisabled;
        }

        var eligibilities = await EligibilityReader.ForAsync(work, grant.Person, grant.Access, cancellation);
        return eligibilities.Any(e => e.HoldsAt(work.Now)) ? null : GrantEndCause.EligibilityEnded;
    }
}
