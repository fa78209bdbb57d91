using PimBot.Domain.Activations;

namespace PimBot.Application.Work;

/// <summary>What a mail about a request tells.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Request">The request.</param>
/// <param name="Occasion">Tells repetitions of one kind apart.</param>
public sealed record RequestMail(NoticeKind Kind, RequestId Request, string? Occasion);
