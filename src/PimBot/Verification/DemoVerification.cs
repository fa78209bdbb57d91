using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Bot.Verification;
using PimBot.Composition;
using PimBot.Domain.Activations;
using PimBot.Exports;

namespace PimBot.Verification;

/// <summary>
/// The playground's stand-in for multi-factor authentication: a page where the demo's person passes or fails.
/// Development and loopback only; it proves nothing about anybody.
/// </summary>
internal static class DemoVerification
{
    public const string Path = "/verify";
    private const string Method = "playground";

    public static void MapDemoVerification(this IEndpointRouteBuilder endpoints)
    {
        var page = endpoints.MapGroup($"{Path}/{{request:guid}}").OnlyFromThisMachine();
        endpoints.MapExports().OnlyFromThisMachine();
        page.MapGet("", ShowAsync);
        page.MapPost("pass", (Guid request, HttpContext context) => VerifyAsync(request, context, passed: true));
        page.MapPost("fail", (Guid request, HttpContext context) => VerifyAsync(request, context, passed: false));
    }

    private static async Task<IResult> ShowAsync(Guid request, HttpContext context)
    {
        var store = context.RequestServices.GetRequiredService<IPimStore>();
        var (view, administrator) = await store.ReadAsync(
            async (work, stop) =>
            {
                var subject = await VerificationSubject.ReadAsync(work, new RequestId(request), stop);
                return (
                    await RequestReader.ViewAsync(work, new RequestId(request), stop),
                    subject is { Question: { } question, Standing: VerificationOutcome.Open }
                        ? await work.Directory.FindPersonAsync(question.Person, stop)
                        : null
                );
            },
            context.RequestAborted
        );
        return administrator is null
            ? DemoVerificationPage.Question(view)
            : DemoVerificationPage.QuestionFor(administrator, request);
    }

    private static async Task<IResult> VerifyAsync(Guid request, HttpContext context, bool passed)
    {
        var store = context.RequestServices.GetRequiredService<IPimStore>();
        var page = await store.CommitAsync(
            async (work, stop) =>
            {
                work.Audit.From(VerificationOrigin.Of(request));
                var subject = await VerificationSubject.ReadAsync(work, new RequestId(request), stop);
                return subject switch
                {
                    { Request: { } found } => await VerifyAsync(work, found, subject.Context, passed, stop),
                    { Question: { } question } => await VerifyAsync(work, request, subject, question, passed, stop),
                    _ => DemoVerificationPage.Question(null),
                };
            },
            context.RequestAborted
        );
        context.RequestServices.GetRequiredService<WorkSignal>().Wake();
        return page;
    }

    /// <summary>The demo proves whatever the request needs, an authentication context included.</summary>
    private static async Task<IResult> VerifyAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        string? demanded,
        bool passed,
        CancellationToken cancellation
    )
    {
        var method = demanded is null ? Method : VerificationProof.MethodOf(demanded);
        var proof = passed ? new VerificationProof(work.Now, method) : null;
        var decision = await VerifyActivation.RunAsync(work, request.Id, request.Requester, proof, cancellation);
        var view = await RequestReader.ViewAsync(work, decision.Value ?? request, cancellation);
        return DemoVerificationPage.Outcome(view, decision.Refusal);
    }

    private static async Task<IResult> VerifyAsync(
        IPimUnitOfWork work,
        Guid ticket,
        VerificationSubject subject,
        AdministratorQuestion question,
        bool passed,
        CancellationToken cancellation
    )
    {
        if (subject.Standing is not VerificationOutcome.Open)
        {
            return DemoVerificationPage.Settled();
        }

        if (passed)
        {
            await AdministratorVerification.PassAsync(work, ticket, question, Method, cancellation);
            if (question.IsForExport)
            {
                return await ExportPage.OpenAsync(work, ticket, "../..", cancellation);
            }
        }
        else
        {
            AdministratorVerification.NoteRefused(work, question, question.Person, "NotPassed");
        }

        return DemoVerificationPage.OutcomeFor(ticket, passed);
    }
}
