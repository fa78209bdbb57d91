using PimBot.Domain.Audit;

namespace PimBot.Testing;

/// <summary>Something that was done to the rows of an audit, and what a verification has to say of it.</summary>
/// <param name="Name">For people.</param>
/// <param name="From">The first entry that it touched.</param>
/// <param name="To">The last.</param>
/// <param name="Kinds">One of these must be named at this place.</param>
public sealed record Tampering(string Name, long From, long To, params IReadOnlyList<AuditFaultKind> Kinds)
{
    /// <summary>Whether these findings name it.</summary>
    public bool IsNamedBy(IEnumerable<AuditFault> faults) =>
        faults.Any(fault => Kinds.Contains(fault.Kind) && fault.From <= To && fault.To >= From);
}
