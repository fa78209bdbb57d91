using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Access.AsCode;

/// <summary>Somebody wants the store to become what a directory file says.</summary>
public sealed record ApplyDirectoryCommand
{
    /// <summary>What the file says, checked.</summary>
    public required DirectoryContents Wanted { get; init; }

    /// <summary>In whose name; null: whoever operates the machine.</summary>
    public PersonId? Actor { get; init; }

    /// <summary>Whether assignments that the file lacks are removed, and access reviews ended; they are kept, as drift, otherwise.</summary>
    public bool Prune { get; init; }

    /// <summary>Why, for roles whose settings ask whoever assigns them; at most <see cref="Domain.Activations.ActivationAsk.LongestJustification"/> characters.</summary>
    public string? Justification { get; init; }

    /// <summary>The plan, as <see cref="DirectoryPlanJson"/> writes it, that was shown and confirmed; null: whatever the plan is.</summary>
    public string? Confirmed { get; init; }

    /// <summary>Whether only an empty store is to be filled: what is in the store already is never touched then.</summary>
    public bool IsFirstLoad { get; init; }

    /// <summary>From which run of which surface it comes.</summary>
    public AuditOrigin Origin { get; init; } = LoadDirectory.File;
}
