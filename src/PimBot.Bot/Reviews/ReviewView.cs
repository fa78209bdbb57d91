using PimBot.Application.Reviews;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>A review with the names and numbers that people are shown. Who may see it is the caller's matter.</summary>
internal sealed record ReviewView
{
    public required DateTimeOffset Now { get; init; }

    public required AccessReview Review { get; init; }

    public required Role Role { get; init; }

    public required Scope Scope { get; init; }

    public required ReviewTotals Totals { get; init; }

    /// <summary>Who started it; null: left the directory.</summary>
    public Person? CreatedBy { get; init; }

    /// <summary>Who stopped or applied it.</summary>
    public Person? SettledBy { get; init; }

    /// <summary>Whether answers are taken now.</summary>
    public bool IsOpen => Review.State is ReviewState.InProgress && Now < Review.EndsAt;

    /// <summary>"Global Administrator", with the scope where that is not the whole directory.</summary>
    public string What => Scope.Kind is ScopeKind.Directory ? Role.Name : $"{Role.Name} at {Scope.Name}";

    /// <summary>What people call it: the name where it says more than the role's.</summary>
    public string Title => Review.Name == Role.Name ? What : Review.Name;
}
