namespace PimBot.Fuzzing.Engine;

/// <summary>A property that must hold for every input does not.</summary>
/// <param name="property">Which one; findings of one property are reported once.</param>
/// <param name="detail">What happened instead.</param>
internal sealed class PropertyBrokenException(string property, string detail, Exception? inner = null)
    : Exception($"{property}: {detail}", inner)
{
    public string Property => property;

    /// <summary>Throws unless the property holds.</summary>
    public static void ThrowUnless(bool holds, string property, Func<string> detail)
    {
        if (!holds)
        {
            throw new PropertyBrokenException(property, detail());
        }
    }
}
