using System.Collections.Frozen;

namespace PimBot.Channel.Auth;

/// <summary>What a token that passed every check says about the activity that comes with it.</summary>
/// <param name="ServiceUrl">The only service URL that the activity may name; null when the token, of Entra ID, names none.</param>
/// <param name="Endorsements">The channels that the signing key may vouch for; null for a token of Entra ID, which is about none.</param>
/// <param name="Person">The person whom the token stands for; null where none may.</param>
internal sealed record VerifiedToken(string? ServiceUrl, FrozenSet<string>? Endorsements, PersonClaims? Person = null);
