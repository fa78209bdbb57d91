using PimBot.Application.Work;
using PimBot.Domain.Activations;
using PimBot.Exports;

namespace PimBot.Verification;

/// <summary>
/// <c>/verify/{ticket}</c>: opening the link shows a page and does nothing, for programs that preview links open it
/// too; its button begins a sign-in at the provider, which ends at <c>/verify/callback</c>.
/// </summary>
internal static class VerificationEndpoints
{
    public static void MapVerificationPages(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup(VerificationSettings.Path);
        pages.MapGet("{ticket}", ShowAsync);
        pages.MapPost("{ticket}", BeginAsync);
        pages.MapGet("callback", EndAsync);
        endpoints.MapExports();
    }

    private static async Task<IResult> ShowAsync(
        string ticket,
        HttpContext context,
        IPimStore store,
        BrowserMark mark,
        VerificationSettings settings
    )
    {
        if (Request(ticket) is not { } request)
        {
            return VerificationPage.Of(VerificationOutcome.UnknownRequest);
        }

        var subject = await VerificationSubject.ReadAsync(store, request, context.RequestAborted);
        if (subject.Standing is not VerificationOutcome.Open)
        {
            return VerificationPage.Of(subject.Standing);
        }

        mark.Renew(context);
        return VerificationPage.ToBegin(settings.FormTargets, subject.Question is not null);
    }

    private static async Task<IResult> BeginAsync(
        string ticket,
        HttpContext context,
        VerificationStart start,
        BrowserMark mark,
        VerificationSettings settings
    )
    {
        if (Request(ticket) is not { } request)
        {
            return VerificationPage.Of(VerificationOutcome.UnknownRequest);
        }

        if (!IsFromOurPage(context.Request, settings) || mark.Read(context.Request) is not { } browser)
        {
            return VerificationPage.Of(VerificationOutcome.NotFromThePage, request);
        }

        mark.Renew(context);
        var (address, outcome) = await start.RunAsync(request, browser, context.RequestAborted);
        return address is not null ? new SeeOther(address) : VerificationPage.Of(outcome, request);
    }

    private static async Task<IResult> EndAsync(
        HttpContext context,
        VerificationReturn answers,
        BrowserMark mark,
        IPimStore store
    )
    {
        var answer = ProviderAnswer.Read(context.Request.Query);
        if (answer.State is not { } state)
        {
            return VerificationPage.Of(VerificationOutcome.SignInSpent);
        }

        var outcome = await answers.RunAsync(state, mark.Read(context.Request), answer, context.RequestAborted);
        if (outcome is VerificationOutcome.ExportReady)
        {
            return await ExportPage.OpenAsync(store, state.Request.Value, context.RequestAborted);
        }

        var isOpen =
            VerificationPage.CanBeTriedAgain(outcome)
            && await VerificationSubject.ReadAsync(store, state.Request, context.RequestAborted)
                is { Standing: VerificationOutcome.Open };
        return VerificationPage.Of(outcome, isOpen ? state.Request : null);
    }

    private static RequestId? Request(string ticket) =>
        Guid.TryParseExact(ticket, "N", out var id) ? new RequestId(id) : null;

    // Browsers send both with every form; a program that sends neither is not the requester's browser.
    private static bool IsFromOurPage(HttpRequest request, VerificationSettings settings) =>
        request.Headers.Origin.ToString() == settings.Origin
        && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";
}
