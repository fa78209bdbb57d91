using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Activations;

/// <summary>A request with everything that a person needs to understand it, as it stands at <see cref="Now"/>.</summary>
public sealed record RequestView
{
    public required DateTimeOffset Now { get; init; }

    public required ActivationRequest Request { get; init; }

    public required Person Requester { get; init; }

    public required Role Role { get; init; }

    public required Scope Scope { get; init; }

    /// <summary>The grant that it led to or prolongs.</summary>
    public Grant? Grant { get; init; }

    /// <summary>Who decided.</summary>
    public Person? Decider { get; init; }

    /// <summary>Who was asked.</summary>
    public IReadOnlyList<Person> Asked { get; init; } = [];

    /// <summary>What the requester holds already.</summary>
    public IReadOnlyList<HeldAccess> Held { get; init; } = [];

    public bool IsActive => Grant?.IsActiveAt(Now) is true;
}
