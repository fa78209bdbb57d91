using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PimBot.Testing;

namespace PimBot.Scenarios.Verification;

/// <summary>The pages by which a file comes to whoever asked for it in chat.</summary>
internal static partial class ExportPages
{
    /// <summary>Follows the link on the newest card and signs in: the page with the key.</summary>
    public static async Task<string> OpensExport(this Scene scene, TestPerson person)
    {
        var (status, html) = await scene.Presses(person.VerificationLink(), "pass");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Get the file", html, StringComparison.Ordinal);
        return html;
    }

    /// <summary>Presses the button of the page with the key.</summary>
    public static async Task<(HttpStatusCode Status, string? Type, string Text)> TakesExport(
        this Scene scene,
        string html
    )
    {
        using var form = new FormUrlEncodedContent([new("key", KeyOf(html))]);
        using var response = await scene.Http.PostAsync(
            new Uri(TicketIn().Match(html).Value, UriKind.Relative),
            form,
            TestContext.Current.CancellationToken
        );
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, Encoding.UTF8.GetString(bytes));
    }

    public static string KeyOf(string html) => KeyIn().Match(html).Groups["key"].Value;

    [GeneratedRegex("value=\"(?<key>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyIn();

    [GeneratedRegex("/export/[0-9a-f]{32}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TicketIn();
}
