namespace PimBot.Domain.Activations;

/// <summary>The id of one request.</summary>
public readonly record struct RequestId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
