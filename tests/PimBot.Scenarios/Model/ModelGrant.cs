using PimBot.Domain.Access;

namespace PimBot.Scenarios.Model;

/// <summary>What the rules say about one grant.</summary>
internal sealed class ModelGrant
{
    public required ModelRequest Request { get; init; }

    public GrantId Id => new(Request.Id.Value);

    public GrantState State { get; set; } = GrantState.Provisioning;

    public DateTimeOffset? From { get; set; }

    public DateTimeOffset? Until { get; set; }

    public bool IsOpen => State is GrantState.Provisioning or GrantState.Active;

    public bool CountsAt(DateTimeOffset now) => State is GrantState.Active && From <= now && now < Until;
}
