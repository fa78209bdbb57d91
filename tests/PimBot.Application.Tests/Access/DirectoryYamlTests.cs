using System.Text;
using PimBot.Access;
using PimBot.Application.Access;
using PimBot.Domain.Access;

namespace PimBot.Application.Tests.Access;

public sealed class DirectoryYamlTests
{
    private const string ExchangeAdministrator = "29232cdf-9323-42fd-ade2-1d097af3e4de";

    [Fact]
    public void Yaml_gives_the_same_directory_as_json()
    {
        var yaml = YamlSample.Of(DemoDirectory.Json);

        var result = DirectoryYaml.Parse(yaml, DemoDirectory.Now);

        Assert.Empty(result.Faults);
        Assert.Contains("    id: a11ce000-0000-4000-8000-000000000001\n", yaml, StringComparison.Ordinal);
        Assert.Equivalent(DemoDirectory.Load(), result.Contents, strict: true);
    }

    [Fact]
    public void Json_is_yaml_too() =>
        Assert.Equivalent(
            DemoDirectory.Load(),
            DirectoryYaml.Parse(DemoDirectory.Json, DemoDirectory.Now).Contents,
            strict: true
        );

    [Fact]
    public void A_text_that_looks_like_something_else_stays_what_it_is()
    {
        var person = Assert.Single(Accepted(YamlSample.Small).People);

        Assert.Equal(("0012", "1e3", true), (person.Id.Value, person.Upn, person.Enabled));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), person.LastSignIn);
        Assert.Equal("null", Accepted(YamlSample.Small).Scopes[0].Name);
    }

    [Theory]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("")]
    public void Nothing_is_null(string nothing) => Assert.Null(Person($"mail: {nothing}").Mail);

    [Theory]
    [InlineData("name: 'true'", "true")]
    [InlineData("name: !!str true", "true")]
    [InlineData("name: ! null", "null")]
    [InlineData("name: >-\n      Ann\n      Ä.", "Ann Ä.")]
    public void A_quoted_or_tagged_scalar_is_a_text(string yaml, string name) =>
        Assert.Equal(name, Person(yaml, "").Name);

    [Fact]
    public void Faults_have_the_same_places_as_in_json()
    {
        var result = DirectoryYaml.Parse(
            YamlSample.Small.Replace("enabled: true", "enabled: yes", StringComparison.Ordinal),
            DemoDirectory.Now
        );

        Assert.Equal(
            "people[0].enabled (line 2, column 47): must be true or false, not the text \"yes\"",
            Assert.Single(result.Faults).ToString()
        );
    }

    [Fact]
    public void The_example_of_the_readme_can_be_pasted_below_the_demo_directory()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));
        var example = readme.Split("```yaml\n")[1].Split("```")[0];

        var contents = Accepted(YamlSample.Of(DemoDirectory.Json) + "\n" + example);

        var review = Assert.Single(contents.Reviews);
        Assert.Equal(AssignmentType.Active, review.Settings.Type);
        Assert.Equal("Carol Castillo", contents.People.Single(p => p.Id == review.Settings.Fallback[0]).Name);
        Assert.Equal(3, contents.Alerts.Count);
    }

    [Theory]
    [InlineData("type: both", null)]
    [InlineData("", null)]
    [InlineData("type: eligible", AssignmentType.Eligible)]
    public void Both_is_what_a_review_is_about_unless_it_says_otherwise(string type, AssignmentType? reviewed)
    {
        var review =
            $"reviews:\n  - role: {ExchangeAdministrator}\n    scope: /\n    reviewers: self\n    duration: P3D\n    {type}";

        var contents = Accepted(YamlSample.Of(DemoDirectory.Json) + "\n" + review);

        Assert.Equal(reviewed, Assert.Single(contents.Reviews).Settings.Type);
    }

    [Fact]
    public void A_key_that_is_given_twice_is_refused() =>
        Assert.Contains(
            "is given twice",
            Assert.Single(DirectoryYaml.Parse(YamlSample.Small + "\nroles: []", DemoDirectory.Now).Faults).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_alias_stands_for_its_anchor()
    {
        const string Yaml = """
            people: [ { id: ann, name: &n Ann }, { id: ben, name: *n } ]
            scopes: []
            roles: []
            """;

        Assert.Equal(["Ann", "Ann"], Accepted(Yaml).People.Select(p => p.Name));
    }

    [Theory]
    [InlineData("", 1, "there is no document")]
    [InlineData("a: b\n---\nc: d", 2, "there is a second document")]
    [InlineData("people: [", 2, "")]
    [InlineData("people: *x", 1, "there is no anchor x")]
    [InlineData("people: &x [ *x ]", 1, "there is no anchor x")]
    [InlineData("people: !!int 3", 1, "the only tag that has a meaning here is !!str")]
    [InlineData("people: !!python/object:os.system [ x ]", 1, "the only tag")]
    [InlineData("a: b\n? [ c ]\n: d", 2, "a key must be a text")]
    [InlineData("a: 'b", 1, "")]
    [InlineData("a:\n\t- b", 1, "")]
    public void What_is_no_yaml_of_ours_is_one_fault_with_its_line(string yaml, int line, string words)
    {
        var fault = Assert.Single(DirectoryYaml.Parse(yaml, DemoDirectory.Now).Faults);

        Assert.StartsWith("is not valid YAML: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Equal(line, fault.Line);
    }

    [Fact]
    public void Aliases_that_multiply_are_stopped()
    {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 30; i++)
        {
            bomb.Append($"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        var fault = Assert.Single(DirectoryYaml.Parse(bomb.ToString(), DemoDirectory.Now).Faults);

        Assert.Contains("more than 5000000 values", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_may_be_as_deep_as_in_json() =>
        Assert.StartsWith(
            "must be an object",
            Assert
                .Single(DirectoryYaml.Parse(new string('[', 64) + new string(']', 64), DemoDirectory.Now).Faults)
                .Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(65)]
    [InlineData(200_000)]
    public void Nesting_is_bounded(int depth)
    {
        var fault = Assert.Single(
            DirectoryYaml.Parse(new string('[', depth) + new string(']', depth), DemoDirectory.Now).Faults
        );

        Assert.Contains("nested deeper than 64", fault.Message, StringComparison.Ordinal);
    }

    private static DirectoryContents Accepted(string yaml)
    {
        var result = DirectoryYaml.Parse(yaml, DemoDirectory.Now);
        Assert.Empty(result.Faults);
        return result.Contents!;
    }

    private static Person Person(string line, string name = "\n    name: Ann") =>
        Assert.Single(Accepted($"people:\n  - id: ann{name}\n    {line}\nscopes: []\nroles: []").People);
}
