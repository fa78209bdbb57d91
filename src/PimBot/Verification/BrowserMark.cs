namespace PimBot.Verification;

/// <summary>
/// A random mark that a browser keeps: only the browser that began a sign-in can end it. A state that is sent to
/// somebody else's browser is of no use there, and no other site can begin one.
/// </summary>
internal sealed class BrowserMark(VerificationSettings settings)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(20);

    private bool IsSecure => settings.PublicUrl.Scheme == Uri.UriSchemeHttps;

    // With this prefix browsers take the cookie from this very host alone, over https, for all of its paths.
    private string Name => IsSecure ? "__Host-pimbot-verify" : "pimbot-verify";

    /// <summary>Null when the browser has none.</summary>
    public string? Read(HttpRequest request) =>
        request.Cookies[Name] is { } mark && RandomText.IsOne(mark) ? mark : null;

    /// <summary>Gives the browser a mark; one that it has stays, so that two tabs don't disturb each other.</summary>
    public void Renew(HttpContext context) =>
        context.Response.Cookies.Append(
            Name,
            Read(context.Request) ?? RandomText.New(),
            new CookieOptions
            {
                Path = "/",
                HttpOnly = true,
                Secure = IsSecure,
                SameSite = SameSiteMode.Lax,
                MaxAge = Lifetime,
                IsEssential = true,
            }
        );
}
