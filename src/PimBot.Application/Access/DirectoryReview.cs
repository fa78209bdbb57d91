using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Access;

/// <summary>A series of access reviews as a directory file says it. Role, scope and name together tell it from others.</summary>
public sealed record DirectoryReview
{
    public required RoleScope Access { get; init; }

    /// <inheritdoc cref="ReviewSeries.Name"/>
    public required string Name { get; init; }

    /// <summary>When the first occurrence begins. A series may be older than the store: what of it lies behind is passed over.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>Whether <see cref="First"/> counts from the load, and so says nothing of a series that exists.</summary>
    public bool IsRelative { get; init; }

    /// <summary>Whether the file gives no start: the review begins when the file is applied.</summary>
    public bool BeginsAtOnce { get; init; }

    public required ReviewSettings Settings { get; init; }

    /// <summary>Of what is stored: the occurrence that lies ahead, or waits to begin; null when the last one has begun.</summary>
    public ReviewId? Ahead { get; init; }

    /// <summary>Of what is stored: since when that occurrence waits to begin; null: its time has not come.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>Of what is stored: whether its last occurrence has begun. It is kept in mind so that it is not begun again.</summary>
    public bool IsOver { get; init; }
}
