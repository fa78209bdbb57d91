using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>Finds the people whom an administrator names as reviewers; a group stands for its members.</summary>
internal static class ReviewerNames
{
    /// <summary>Everybody named, once; or what was wrong with the first name that means nobody, or several.</summary>
    public static async Task<(IReadOnlyList<PersonId> People, string? Problem)> FindAsync(
        TurnContext context,
        IReadOnlyList<string> names,
        CancellationToken cancellation
    )
    {
        var found = new List<PersonId>();
        foreach (var name in names.Select(n => n.Trim()).Where(n => n.Length > 0))
        {
            switch (await PrincipalNames.FindAsync(context, name, cancellation))
            {
                case []:
                    return ([], $"I know nobody called “{name}”. Try the e-mail address.");
                case [{ Person: { } person }]:
                    found.Add(person.Id);
                    break;
                case [{ Group: { } group }]:
                    found.AddRange(group.Members);
                    break;
                case var several:
                    return ([], $"“{name}” may mean {Which(several)}. Say the address.");
            }
        }

        var people = found.Distinct().ToList();
        return people.Count switch
        {
            0 => ([], "Name at least one person who reviews, or say “members” or “managers”."),
            > ReviewSettings.MostReviewers => ([], $"That is too many: {ReviewSettings.MostReviewers} people at most."),
            _ => (people, null),
        };
    }

    private static string Which(IReadOnlyList<Application.Access.Assignee> several) =>
        AssignmentText.Names([.. several.Select(a => a.Address is { } at ? $"{a.Name} ({at})" : a.Name)], 5);
}
