using Xunit.v3;

namespace PimBot.Scenarios.Rules;

/// <summary>Names the rules of <see cref="PimRules"/> that a test shows to hold. Tests of one rule are run with <c>-trait Rule=A9</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RuleAttribute(params string[] ids) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Ids => ids;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [.. ids.Select(id => KeyValuePair.Create("Rule", id))];
}
