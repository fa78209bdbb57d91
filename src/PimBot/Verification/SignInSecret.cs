using Microsoft.Identity.Client;

namespace PimBot.Verification;

/// <summary>The client secret of the settings.</summary>
internal sealed class SignInSecret(VerificationSettings settings) : ISignInCredential
{
    public ConfidentialClientApplicationBuilder AddTo(ConfidentialClientApplicationBuilder application) =>
        application.WithClientSecret(settings.ClientSecret);
}
