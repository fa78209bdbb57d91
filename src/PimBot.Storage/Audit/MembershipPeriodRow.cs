using PimBot.Domain.Access;

namespace PimBot.Storage.Audit;

internal sealed class MembershipPeriodRow
{
    /// <summary>The order of recording.</summary>
    public long Sequence { get; init; }

    public required GroupId Group { get; init; }

    public required PersonId Person { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Null: since before the record.</summary>
    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }
}
