using PimBot.Domain.Access;

namespace PimBot.Verification;

/// <summary>What an ID token proves.</summary>
/// <param name="Fault">Null: it is fresh, with a second factor, and of our tenant.</param>
/// <param name="Person">Who signed in; null when the token is not believed or of another tenant.</param>
internal sealed record SignInVerdict(SignInFault? Fault, PersonId? Person)
{
    /// <summary>Whether the token is the provider's own and meant for this sign-in, whatever it says.</summary>
    public bool IsBelieved => Fault is null or >= SignInFault.OtherTenant;
}
