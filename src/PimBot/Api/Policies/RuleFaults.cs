using PimBot.Api.Answers;

namespace PimBot.Api.Policies;

/// <summary>Collects what can't be taken of a rule that was sent, by its place.</summary>
/// <param name="at">Where the rule is in the body, such as <c>$.rules[2]</c>.</param>
internal sealed class RuleFaults(string at)
{
    private readonly List<string> places = [];

    /// <summary>The places of all faults, as JSON paths.</summary>
    public IReadOnlyList<string> Places => places;

    public void Unless(bool isRight, string member)
    {
        if (!isRight)
        {
            places.Add($"{at}.{member}");
        }
    }

    /// <summary>Null, and noted, when it is no duration.</summary>
    public TimeSpan? Duration(string text, string member)
    {
        var duration = DurationConverter.Parse(text);
        Unless(duration is not null, member);
        return duration;
    }
}
