using System.Reflection;
using System.Text;
using PimBot.Testing;

namespace PimBot.Scenarios.Rules;

/// <summary>Each rule has a test that is named after it, and the page that links them is up to date.</summary>
public sealed class RulesPage
{
    private const string Page = "README.md";

    private static readonly ILookup<string, MethodInfo> Tests = typeof(RulesPage)
        .Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .SelectMany(method =>
            (method.GetCustomAttribute<RuleAttribute>()?.Ids ?? []).Select(id => (Id: id, Method: method))
        )
        .ToLookup(pair => pair.Id, pair => pair.Method, StringComparer.Ordinal);

    [Fact]
    public void Every_rule_has_a_test() =>
        Assert.DoesNotContain(PimRules.All.SelectMany(chapter => chapter.Rules), rule => !Tests.Contains(rule.Id));

    [Fact]
    public void Every_test_names_rules_that_exist() =>
        Assert.Empty(
            Tests.Select(test => test.Key).Except(PimRules.All.SelectMany(c => c.Rules).Select(rule => rule.Id))
        );

    [Fact]
    public void The_page_is_up_to_date() => Golden.MatchesText(Page, Written());

    private static string Written()
    {
        var page = new StringBuilder("# PIM's rules, and the tests that show them\n");
        page.Append("\nMade by `RulesPage`; `PIMBOT_GOLDEN=update` writes it anew.\n");
        foreach (var (chapter, rules) in PimRules.All)
        {
            page.Append($"\n## {chapter}\n\n| rule | | tests |\n|---|---|---|\n");
            foreach (var (id, words) in rules)
            {
                page.Append(
                    $"| {id} | {words} | {string.Join("<br>", Tests[id].Select(Link).Order(StringComparer.Ordinal))} |\n"
                );
            }
        }

        return page.ToString();
    }

    private static string Link(MethodInfo test)
    {
        var folder = test.DeclaringType!.Namespace!["PimBot.Scenarios".Length..].Replace('.', '/');
        return $"[{test.Name.Replace('_', ' ')}](..{folder}/{test.DeclaringType.Name}.cs)";
    }
}
