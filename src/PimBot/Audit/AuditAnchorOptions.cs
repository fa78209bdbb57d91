namespace PimBot.Audit;

/// <summary>Section <c>Audit:Anchor</c>: where the end of the audit is written down, out of reach of whoever can change the database.</summary>
internal sealed class AuditAnchorOptions
{
    /// <summary>A file that is appended to. Unset: none.</summary>
    public string? File { get; set; }

    /// <summary>A URL that is posted to: https, or http on loopback in Development. Unset: none.</summary>
    public string? Endpoint { get; set; }

    /// <summary>A bearer token for the endpoint. From a secret store or the environment; never logged, never named in a fault.</summary>
    public string? Token { get; set; }

    /// <summary>Seals each anchor (HMAC-SHA256), at least 32 characters. As secret as the token. Unset: anchors are hashed only.</summary>
    public string? Key { get; set; }
}
