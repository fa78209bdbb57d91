using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Model;

/// <summary>Who is who, who is eligible for what, and who approves, by the rules.</summary>
internal sealed class ModelDirectory
{
    public Dictionary<PersonId, Person> People { get; } =
        Cast.People.Append(Cast.Frank).ToDictionary(person => person.Id);

    public HashSet<PersonId> Approvers { get; } = [.. Cast.FirstApprovers];

    public List<Assignment> Eligibilities { get; } = [.. Cast.Eligibilities];

    public Dictionary<RoleScope, RolePolicy> Policies { get; } = Cast.Policies.ToDictionary(policy => policy.Access);

    public bool IsEligible(PersonId person, RoleScope role, DateTimeOffset at) => Holding(person, role, at).Any();

    /// <summary>Null: for ever, or not at all.</summary>
    public DateTimeOffset? EligibleUntil(PersonId person, RoleScope role, DateTimeOffset at)
    {
        var ends = Holding(person, role, at)
            .Select(a => a.End ?? DateTimeOffset.MaxValue)
            .DefaultIfEmpty(DateTimeOffset.MaxValue)
            .Max();
        return ends == DateTimeOffset.MaxValue ? null : ends;
    }

    /// <summary>Nobody approves for themselves, also not through a second account; a break-glass account only if named.</summary>
    public HashSet<PersonId> WhoApproves(ActivationPolicy policy, Person requester)
    {
        var reference = policy.Approvers.Single();
        var candidates = reference.Person is { } named
            ? [People[named]]
            : Approvers.Select(id => People[id]).Where(p => p.Kind is not PersonKind.Emergency);
        return
        [
            .. candidates
                .Where(p => p.Enabled && p.Kind is not PersonKind.ServiceAccount && !AreOneHuman(p.Id, requester.Id))
                .Select(p => p.Id),
        ];
    }

    public static bool AreOneHuman(PersonId one, PersonId other) => Human(one) == Human(other);

    private static string Human(PersonId id) => id.Value.Split('-')[0];

    private IEnumerable<Assignment> Holding(PersonId person, RoleScope role, DateTimeOffset at) =>
        Eligibilities.Where(a =>
            a.Person == person
            && a.Access == role
            && (a.Start ?? DateTimeOffset.MinValue) <= at
            && at < (a.End ?? DateTimeOffset.MaxValue)
        );
}
