namespace PimBot.Channel.Cards;

/// <summary>Action.ToggleVisibility: shows what is hidden and hides what is shown.</summary>
public sealed record ActionToggleVisibility : AdaptiveAction
{
    /// <summary>Ids of elements.</summary>
    public required IReadOnlyList<string> TargetElements { get; init; }
}
