using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>What the items of a review are made of.</summary>
internal sealed record ReviewContext
{
    public required ReviewerKind Kind { get; init; }

    /// <summary>The members, those of groups too.</summary>
    public required IReadOnlyDictionary<PersonId, Person> People { get; init; }

    public required IReadOnlyDictionary<GroupId, Group> Groups { get; init; }

    public required IReadOnlyDictionary<GroupId, IReadOnlySet<PersonId>> Members { get; init; }

    public required IReadOnlyDictionary<PersonId, Person> Managers { get; init; }

    public required IReadOnlyList<Person> Chosen { get; init; }

    /// <summary>The newest activation of the role by each person.</summary>
    public required IReadOnlyDictionary<PersonId, DateTimeOffset> Activations { get; init; }

    /// <summary>The person under review; null: a group, or somebody who left.</summary>
    public Person? Member(Principal principal) =>
        principal.Person is { } person ? People.GetValueOrDefault(person) : null;

    public string NameOf(Principal principal) =>
        (principal.Group is { } group ? Groups.GetValueOrDefault(group)?.Name : Member(principal)?.Name) ?? "";

    public ReviewItem Item(AccessReview review, Assignment assignment, int number, DateTimeOffset now)
    {
        var people = PeopleOf(assignment.Principal);
        var lastSignIn = people.Max(person => person.LastSignIn);
        var lastActivation = people.Max(person =>
            Activations.TryGetValue(person.Id, out var at) ? at : (DateTimeOffset?)null
        );
        var member = Member(assignment.Principal);
        var manager = member?.Manager is { } id ? Managers.GetValueOrDefault(id) : null;
        var choice = ReviewerChoice.For(Kind, member, manager, Chosen);
        return new ReviewItem
        {
            Id = Guid.CreateVersion7(now),
            Review = review.Id,
            Number = number,
            Assignment = assignment.Id,
            Principal = assignment.Principal,
            Type = assignment.Type,
            Since = assignment.CreatedAt ?? assignment.Start,
            Until = assignment.End,
            LastActivation = lastActivation,
            LastSignIn = lastSignIn,
            Recommendation = ReviewRecommendation.For(people, lastSignIn, lastActivation, now),
            Pool = choice.Pool,
            Reviewer = choice.Person,
            Result = ReviewItemResult.Open,
        };
    }

    private List<Person> PeopleOf(Principal principal)
    {
        IEnumerable<PersonId> ids = principal.Group is { } group
            ? Members.GetValueOrDefault(group) ?? new HashSet<PersonId>()
            : [principal.Person!.Value];
        return [.. ids.Select(id => People.GetValueOrDefault(id)).OfType<Person>()];
    }
}
