namespace PimBot.Application.Access.AsCode;

/// <summary>What a changed setting means for whom it binds.</summary>
public enum DirectoryEffect
{
    /// <summary>Neither more nor less is asked of anybody.</summary>
    Neutral = 0,

    /// <summary>More is asked, or less is allowed.</summary>
    Stricter = 1,

    /// <summary>Less is asked, or more is allowed.</summary>
    Looser = 2,
}
