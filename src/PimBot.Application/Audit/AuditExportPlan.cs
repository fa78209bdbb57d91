using PimBot.Application.Exports;

namespace PimBot.Application.Audit;

/// <summary>What a copy of the audit holds, fixed when it begins.</summary>
/// <param name="Selection">What is wanted, and what the reader saw then.</param>
/// <param name="Format">The form.</param>
/// <param name="After">The number before the first entry that is kept: above 0 when older entries were deleted by retention.</param>
/// <param name="Last">The last number; what is written meanwhile is not in it.</param>
/// <param name="Store">Which store's chain it is of.</param>
public sealed record AuditExportPlan(
    AuditSelection Selection,
    ExportFormat Format,
    long After,
    long Last,
    string? Store
)
{
    /// <summary>Whether it holds every entry that is kept, so that its chain of hashes can be verified.</summary>
    public bool IsWhole => Selection.Filter.IsEmpty && Selection.Sight.SeesEverything;

    public string FileName => $"pimbot-audit-{(IsWhole ? "whole" : "part")}-to-{Last}.{Format.Ending()}";
}
