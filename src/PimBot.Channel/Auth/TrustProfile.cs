namespace PimBot.Channel.Auth;

/// <summary>
/// One row of the table of those whom the bot believes. A token belongs to the row whose issuer is exactly its own, and
/// is then held against that row alone; an issuer without a row is refused before any key is looked for.
/// </summary>
/// <remarks>
/// <para>Rows of the bot's door: the channel's, always (its cloud's, or the configured issuer); and, when
/// <c>Channel:BotToBot</c> is set, two for the tokens of Microsoft Entra ID in both of their versions. Another door has
/// a table of its own, with rows for people's tokens.</para>
/// <para>All rows ask for the same form, audience, times and signature. The channel's row asks for a <c>serviceurl</c>
/// claim and a key that endorses the activity's channel. Tokens of Entra ID have neither, so their rows ask for the
/// tenant and for a listed caller instead, and the host guard alone judges the activity's service URL, unless there is a
/// <c>serviceurl</c> claim after all, which must then match.</para>
/// </remarks>
/// <param name="Issuer">The exact <c>iss</c>.</param>
/// <param name="OpenIdMetadata">Where its keys are found. Rows with the same metadata share the keys; other rows never do.</param>
/// <param name="Caller">What the claims must say about the application that calls; null unless it calls for itself.</param>
/// <param name="Person">What the claims must say about the person who calls; null unless one does.</param>
internal sealed record TrustProfile(string Issuer, Uri OpenIdMetadata, CallerRule? Caller, PersonRule? Person = null)
{
    public bool IsChannel => Caller is null && Person is null;

    /// <summary>What is wrong with who calls.</summary>
    public AuthReason? Fault(EntraClaims claims) => Caller?.Fault(claims) ?? Person?.Fault(claims);
}
