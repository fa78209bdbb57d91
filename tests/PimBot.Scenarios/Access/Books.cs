using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Testing;

namespace PimBot.Scenarios.Access;

/// <summary>What an auditor who trusts nothing checks after a story.</summary>
internal static class Books
{
    /// <summary>
    /// The target holds exactly what the store calls active or not yet removed; each grant was given once and taken
    /// once; nothing is owed; the audit's chain is whole.
    /// </summary>
    public static async Task BooksBalance(this Scene scene)
    {
        var audit = await scene.Audit();
        Assert.Null(AuditChain.FirstFault(audit, AuditChain.Beginning, 1));

        var grants = await Grants(scene, audit);
        var atTarget = await AtTarget(scene);
        var expected = grants.Where(grant => grant.State is GrantState.Active).Select(grant => grant.Id);
        Assert.Equal(expected.OrderBy(id => id.Value), atTarget.OrderBy(id => id.Value));
        foreach (var grant in grants)
        {
            AssertOneEffectEach(grant, [.. audit.Where(entry => entry.Event.Grant == grant.Id)]);
            Assert.False(
                grant.State is GrantState.Active && grant.Until <= scene.Clock.GetUtcNow(),
                $"{grant.Id} is active past its end."
            );
        }

        var backlog = await scene.Reads((work, stop) => work.Outbox.BacklogAsync(1, stop));
        Assert.Equal(0, backlog.Owed);
    }

    private static void AssertOneEffectEach(Grant grant, IReadOnlyList<AuditEntry> history)
    {
        int Count(AuditAction action) => history.Count(entry => entry.Event.Action == action);

        var wasGiven = grant.From is not null;
        Assert.Equal(wasGiven ? 1 : 0, Count(AuditAction.AccessGranted));
        Assert.Equal(grant.State is GrantState.Revoked ? 1 : 0, Count(AuditAction.AccessRevoked));
        Assert.InRange(Count(AuditAction.AccessEnded), 0, 1);
    }

    private static async Task<IReadOnlyList<Grant>> Grants(Scene scene, IReadOnlyList<AuditEntry> audit)
    {
        var ids = audit.Select(entry => entry.Event.Grant).OfType<GrantId>().ToHashSet();
        return await scene.Reads(
            async (work, stop) =>
            {
                var found = new List<Grant>();
                foreach (var id in ids)
                {
                    found.Add((await work.Grants.FindAsync(id, stop))!);
                }

                return found;
            }
        );
    }

    private static async Task<IReadOnlyList<GrantId>> AtTarget(Scene scene)
    {
        var held = new List<GrantId>();
        foreach (var person in scene.People)
        {
            var rows = await scene.Target().HeldByAsync(new PersonId(person.Id), TestContext.Current.CancellationToken);
            held.AddRange(rows.Select(row => row.Grant));
        }

        return held;
    }
}
