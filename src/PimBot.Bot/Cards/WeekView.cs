using PimBot.Application.Alerts;

namespace PimBot.Bot.Cards;

/// <summary>A week as an administrator may see it.</summary>
internal sealed record WeekView
{
    /// <summary>When the week began.</summary>
    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>How many activations there were of each role, most first.</summary>
    public required IReadOnlyList<(string Role, int Times)> Activations { get; init; }

    /// <summary>Assignments that were made, newest first: the role, whom it is for, and whether it is eligible or active.</summary>
    public required IReadOnlyList<(string Role, string Whom, string Kind)> Assigned { get; init; }

    /// <summary>How many requests wait for approvers.</summary>
    public required int WaitingForApproval { get; init; }

    /// <summary>How many wishes and confirmations wait for an administrator.</summary>
    public required int WaitingForAdministrators { get; init; }

    /// <summary>Assignments that end within 14 days, the first to end first.</summary>
    public required IReadOnlyList<(string Role, string Whom, DateTimeOffset End)> EndingSoon { get; init; }

    /// <summary>Alerts that need something, the most serious first, with how much each found.</summary>
    public IReadOnlyList<AlertView> Alerts { get; init; } = [];

    public int AllActivations => Activations.Sum(a => a.Times);
}
