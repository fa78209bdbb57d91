using PimBot.Domain.Activations;

namespace PimBot.Bot.Verification;

/// <summary>Where a person verifies for a request. The host knows its own address and how it protects the ticket.</summary>
public interface IVerificationLinks
{
    /// <summary>Null: this host has no way to verify; the requester is told so.</summary>
    Uri? For(ActivationRequest request);
}
