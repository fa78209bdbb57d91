using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>What the rules say to elevation and to the first set-up.</summary>
internal sealed class OfficeReference(Realm realm, Guards guards)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    public HashSet<ReasonCode> Elevate(PersonId actor, TimeSpan duration, string? reason)
    {
        if (!guards.Holders(WellKnownRoles.GlobalAdministrator).Contains(actor))
        {
            return [ReasonCode.NotGlobalAdministrator];
        }

        var against = new HashSet<ReasonCode>();
        against.UnionWith(duration > TimeSpan.FromHours(8) ? [ReasonCode.ElevationTooLong] : []);
        against.UnionWith(duration < Shortest ? [ReasonCode.DurationTooShort] : []);
        against.UnionWith(reason is null ? [ReasonCode.JustificationRequired] : []);
        return against;
    }

    public HashSet<ReasonCode> EndElevation(PersonId actor) =>
        realm.ElevatedUntil.TryGetValue(actor, out var until) && realm.Now < until ? [] : [ReasonCode.NotActive];

    /// <summary>Whoever is first, and an administrator with an account of the organization.</summary>
    public HashSet<ReasonCode> SetUp(PersonId actor)
    {
        var isAdministrator = WellKnownRoles.Guarded.Any(role => guards.Holders(role).Contains(actor));
        if (!isAdministrator)
        {
            return [ReasonCode.NotAdministrator];
        }

        var against = new HashSet<ReasonCode>();
        against.UnionWith(realm.IsSetUp ? [ReasonCode.SetUpAlready] : []);
        against.UnionWith(
            realm.People[actor].Kind is not PersonKind.Member ? [ReasonCode.PersonalAccountNotAllowed] : []
        );
        return against;
    }
}
