using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Work;

/// <summary>That somebody is owed word of an access review. What it says is read from the present state when it is delivered.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Person">To whom.</param>
/// <param name="Review">The review.</param>
/// <param name="Item">The one item that it is about; null: the whole review.</param>
/// <param name="Occasion">Tells repetitions of one kind apart.</param>
public sealed record ReviewNotice(
    ReviewNoticeKind Kind,
    PersonId Person,
    ReviewId Review,
    Guid? Item = null,
    string? Occasion = null
);
