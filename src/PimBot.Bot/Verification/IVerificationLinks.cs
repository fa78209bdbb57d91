using PimBot.Domain.Activations;

namespace PimBot.Bot.Verification;

/// <summary>Where a person verifies. The host knows its own address and how it protects the ticket.</summary>
public interface IVerificationLinks
{
    /// <summary>For a request. Null: this host has no way to verify; the requester is told so.</summary>
    Uri? For(ActivationRequest request) => For(request.Id.Value);

    /// <summary>For any ticket. Null: this host has no way to verify.</summary>
    Uri? For(Guid ticket);
}
