using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Bot.Verification;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Verification;

/// <summary>What a link is for: a request that waits for verification, or an administrator who is to prove to be themselves.</summary>
internal sealed record VerificationSubject
{
    /// <summary>How it stands with it now.</summary>
    public required VerificationOutcome Standing { get; init; }

    /// <summary>Who must sign in; null: nobody, the link leads nowhere.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The authentication context that is demanded; null: what the host's settings demand.</summary>
    public string? Context { get; init; }

    /// <summary>The request; null when it is for an administrator.</summary>
    public ActivationRequest? Request { get; init; }

    /// <summary>What an administrator was asked; null when it is for a request.</summary>
    public AdministratorQuestion? Question { get; init; }

    public static async Task<VerificationSubject> ReadAsync(
        IPimUnitOfWork work,
        RequestId ticket,
        CancellationToken cancellation
    )
    {
        if (await work.Requests.FindAsync(ticket, cancellation) is { } request)
        {
            var standing = VerificationStanding.Of(request, work.Now);
            return new VerificationSubject
            {
                Standing = standing,
                Person = request.Requester,
                Request = request,
                Context =
                    standing is VerificationOutcome.Open
                        ? await VerificationDemand.ContextOfAsync(work, request, cancellation)
                        : null,
            };
        }

        return await AdministratorVerification.FindAsync(work, ticket.Value, cancellation) is { } question
            ? new VerificationSubject
            {
                Standing = VerificationStanding.Of(question, work.Now),
                Person = question.Person,
                Question = question,
            }
            : new VerificationSubject { Standing = VerificationOutcome.UnknownRequest };
    }

    public static Task<VerificationSubject> ReadAsync(
        IPimStore store,
        RequestId ticket,
        CancellationToken cancellation
    ) => store.ReadAsync((work, stop) => ReadAsync(work, ticket, stop), cancellation);
}
