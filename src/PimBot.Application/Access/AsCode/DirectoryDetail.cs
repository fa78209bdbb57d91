namespace PimBot.Application.Access.AsCode;

/// <summary>One value that differs, in words.</summary>
/// <param name="What">Such as <c>longest activation</c>.</param>
/// <param name="Before">What the store has.</param>
/// <param name="After">What the file has.</param>
public sealed record DirectoryDetail(string What, string Before, string After)
{
    public DirectoryEffect Effect { get; init; }

    /// <summary>To what it applies, such as <c>applies to requests under way</c>; null where nothing needs to be said.</summary>
    public string? Applies { get; init; }

    /// <summary>Such as <c>longest activation 2 hours → 1 hour (stricter; applies to requests under way)</c>.</summary>
    public override string ToString()
    {
        var effect = Effect switch
        {
            DirectoryEffect.Stricter => "stricter",
            DirectoryEffect.Looser => "looser",
            _ => null,
        };
        var notes = string.Join("; ", new[] { effect, Applies }.OfType<string>());
        return $"{What} {Before} → {After}" + (notes.Length == 0 ? "" : $" ({notes})");
    }
}
