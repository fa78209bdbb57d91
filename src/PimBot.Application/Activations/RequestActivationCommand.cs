using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Activations;

/// <summary>A person asks to activate a role, or to extend the activation <paramref name="Extends"/> of theirs.</summary>
public sealed record RequestActivationCommand(
    PersonId Requester,
    RoleScope Access,
    ActivationAsk Ask,
    GrantId? Extends = null
);
