using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>That a reader is owed word of new incidents of an alert. What it says is read from the present state when it is delivered.</summary>
/// <param name="Kind">The alert.</param>
/// <param name="Scope">Where it is.</param>
/// <param name="Person">To whom.</param>
/// <param name="Incidents">The incidents that are new.</param>
public sealed record AlertNotice(AlertKind Kind, ScopeId Scope, PersonId Person, IReadOnlyList<Guid> Incidents)
{
    /// <summary>The same for the same word to the same person by the same way.</summary>
    internal Guid IdFor(string way) =>
        OutboxWriting.IdOf(
            $"{OutboxKinds.AlertNotice}/{way}/{Person}/{Kind}/{Scope}/{string.Join(',', Incidents.Order())}"
        );
}
