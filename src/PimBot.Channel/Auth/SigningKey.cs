using System.Collections.Frozen;
using Microsoft.IdentityModel.Tokens;

namespace PimBot.Channel.Auth;

/// <summary>One key of the issuer, and the channels that it may vouch for.</summary>
internal sealed record SigningKey(RsaSecurityKey Key, FrozenSet<string> Endorsements);
