using System.Net;

namespace PimBot.Scenarios.Verification;

/// <summary>What a browser got.</summary>
internal sealed record PageSeen(
    HttpStatusCode Status,
    string Html,
    Uri? Location,
    IReadOnlyList<string> SetCookies,
    IReadOnlyDictionary<string, string> Headers
)
{
    /// <summary>The heading, decoded.</summary>
    public string Heading => WebUtility.HtmlDecode(Html.Split("<h1>", 2)[^1].Split("</h1>", 2)[0]);

    public bool OffersToTryAgain => Html.Contains(">Try again</a>", StringComparison.Ordinal);
}
