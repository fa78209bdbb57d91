namespace PimBot.Verification;

/// <summary>What kind of news a page brings.</summary>
internal enum PageTone
{
    Plain = 1,
    Good,
    Bad,
}
