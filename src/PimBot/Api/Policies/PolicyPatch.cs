namespace PimBot.Api.Policies;

/// <summary>Changes of a policy: the rules that it names, each with its id; the others stay.</summary>
internal sealed record PolicyPatch(IReadOnlyList<PolicyRule> Rules);
