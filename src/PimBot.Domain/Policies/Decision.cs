using System.Diagnostics.CodeAnalysis;

namespace PimBot.Domain.Policies;

/// <summary>Either the new value, or the refusal: never neither, never both.</summary>
public sealed record Decision<T>
    where T : class
{
    private Decision(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAllowed => Value is not null;

    public static implicit operator Decision<T>(T value) => new(value, null);

    public static implicit operator Decision<T>(Refusal refusal) => new(null, refusal);
}
