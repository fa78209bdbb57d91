namespace PimBot.Api.Security;

/// <summary>
/// Section <c>Api</c>: the HTTP API for people with tokens of Microsoft Entra ID. The tenant is <c>Bot:TenantId</c>, the
/// cloud <c>Channel:Cloud</c>. Off unless it is turned on.
/// </summary>
internal sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>Whether there is an API. Anything else in the section without it is a fault, and not silence.</summary>
    public bool? Enabled { get; set; }

    /// <summary>
    /// The only audience that a token may have: the API's application id, or its application id URI, as tokens name it.
    /// <c>Bot:AppId</c> unless set.
    /// </summary>
    public string? Audience { get; set; }

    /// <summary>The delegated permission (claim <c>scp</c>) that an application must have been given to come in a person's name.</summary>
    public string Scope { get; set; } = "access_as_user";

    /// <summary>
    /// Where the tenant publishes its OpenID metadata: https, or http on loopback in Development. Null: at the cloud's
    /// Microsoft Entra ID.
    /// </summary>
    public string? OpenIdMetadata { get; set; }

    /// <summary>Requests a minute of one person: 1 to 10,000; a minute's worth may come at once. 0 turns the limit off, in Development only.</summary>
    public int PersonPerMinute { get; set; } = 300;
}
