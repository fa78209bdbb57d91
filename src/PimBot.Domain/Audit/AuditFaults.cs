namespace PimBot.Domain.Audit;

/// <summary>Collects what is wrong: all of it is counted, the first of it is kept.</summary>
internal sealed class AuditFaults
{
    public const int MostKept = 1000;

    private readonly List<AuditFault> kept = [];

    public long Count { get; private set; }

    public IReadOnlyList<AuditFault> Kept => [.. kept.OrderBy(fault => fault.From).ThenBy(fault => fault.Kind)];

    public void Add(AuditFault fault)
    {
        Count++;
        if (kept.Count < MostKept)
        {
            kept.Add(fault);
        }
    }

    public void Add(AuditFaultKind kind, long from, long to) => Add(new AuditFault(kind, from, to));

    /// <summary>Takes back what something found later explains.</summary>
    public void Remove(Predicate<AuditFault> which) => Count -= kept.RemoveAll(which);

    public bool Has(Func<AuditFault, bool> which) => kept.Any(which);
}
