using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Work;

/// <summary>That a person is owed word of something. What it says is read from the present state when it is delivered.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Person">To whom.</param>
/// <param name="Request">The request that it is about.</param>
/// <param name="Occasion">Tells repetitions of one kind apart.</param>
public sealed record Notice(NoticeKind Kind, PersonId Person, RequestId Request, string? Occasion = null);
