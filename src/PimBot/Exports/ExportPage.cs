using PimBot.Application.Work;
using PimBot.Bot.Exports;
using PimBot.Verification;

namespace PimBot.Exports;

/// <summary>What the browser of whoever signed in for a file sees. Opening or previewing a page takes nothing: the button does.</summary>
internal static class ExportPage
{
    /// <summary>Gives this browser the key for the file that was asked for.</summary>
    public static Task<IResult> OpenAsync(IPimStore store, Guid ticket, CancellationToken cancellation) =>
        store.CommitAsync((work, stop) => OpenAsync(work, ticket, "..", stop), cancellation);

    /// <inheritdoc cref="OpenAsync(IPimStore, Guid, CancellationToken)"/>
    /// <param name="work">The unit of work.</param>
    /// <param name="ticket">What was asked for.</param>
    /// <param name="root">The way from the present page to this host's root.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<IResult> OpenAsync(
        IPimUnitOfWork work,
        Guid ticket,
        string root,
        CancellationToken cancellation
    ) =>
        await ExportLinks.OpenAsync(work, ticket, cancellation) is var (ask, key)
            ? new HtmlPage(
                200,
                PageTone.Good,
                ask.Review is null ? "Your copy of the audit" : "Your copy of the review’s results",
                $"""
                <p>It works once, within 5 minutes, in this window. Taking it is recorded in the audit.</p>
                <form method="post" action="{root}/export/{ticket:N}"><input type="hidden" name="key" value="{key}"><button class="go">Get the file</button></form>
                <p class="note">You can close this page when the file has arrived.</p>
                """,
                "'self'"
            )
            : Spent();

    public static HtmlPage Spent() =>
        new(
            410,
            PageTone.Bad,
            "This file can’t be had any more",
            "<p>Its time is over, or it was taken already. Ask PimBot in the chat for another one.</p>"
        );

    /// <summary>The right to it went while the link was open.</summary>
    public static HtmlPage NotAllowed() =>
        new(
            403,
            PageTone.Bad,
            "You may not see this any more",
            "<p>The results of this review are for those who manage its role or watch over it. Nothing was taken.</p>"
        );
}
