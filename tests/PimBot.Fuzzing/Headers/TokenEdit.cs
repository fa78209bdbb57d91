namespace PimBot.Fuzzing.Headers;

/// <summary>At a place counted from the token's end, so many characters are replaced by a text.</summary>
internal sealed record TokenEdit(int FromEnd, int Length, string Text)
{
    public string Apply(string token)
    {
        var at = Math.Max(0, token.Length - FromEnd);
        return token.Remove(at, Math.Min(Length, token.Length - at)).Insert(at, Text);
    }
}
