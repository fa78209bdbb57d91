using Microsoft.Identity.Client;

namespace PimBot.Verification;

/// <summary>How the application proves to the provider that it is itself when it redeems a code.</summary>
internal interface ISignInCredential
{
    ConfidentialClientApplicationBuilder AddTo(ConfidentialClientApplicationBuilder application);
}
