namespace PimBot.Playground.Api;

/// <summary>A person says something.</summary>
/// <param name="Text">1 to <see cref="LongestText"/> characters.</param>
internal sealed record SayRequest(string? Person, string? Text, string? TimeZone, string? Locale)
{
    public const int LongestText = 8000;
}
