using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Composition;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

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
        page.MapGet("", ShowAsync);
        page.MapPost("pass", (Guid request, HttpContext context) => VerifyAsync(request, context, passed: true));
        page.MapPost("fail", (Guid request, HttpContext context) => VerifyAsync(request, context, passed: false));
    }

    private static async Task<IResult> ShowAsync(Guid request, HttpContext context)
    {
        var store = context.RequestServices.GetRequiredService<IPimStore>();
        var view = await store.ReadAsync(
            (work, stop) => RequestReader.ViewAsync(work, new RequestId(request), stop),
            context.RequestAborted
        );
        return DemoVerificationPage.Question(view);
    }

    private static async Task<IResult> VerifyAsync(Guid request, HttpContext context, bool passed)
    {
        var store = context.RequestServices.GetRequiredService<IPimStore>();
        var (view, refusal) = await store.CommitAsync<(RequestView?, Refusal?)>(
            async (work, stop) =>
            {
                var id = new RequestId(request);
                if (await work.Requests.FindAsync(id, stop) is not { } found)
                {
                    return (null, null);
                }

                var proof = passed ? new VerificationProof(work.Now, Method) : null;
                var decision = await VerifyActivation.RunAsync(work, id, found.Requester, proof, stop);
                return (await RequestReader.ViewAsync(work, decision.Value ?? found, stop), decision.Refusal);
            },
            context.RequestAborted
        );
        context.RequestServices.GetRequiredService<WorkSignal>().Wake();
        return DemoVerificationPage.Outcome(view, refusal);
    }
}
