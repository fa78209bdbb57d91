namespace PimBot.Bot.Commands;

/// <summary>Which role a text names.</summary>
internal abstract record RoleMatch
{
    private RoleMatch() { }

    /// <summary>One role and no other as likely. Say it back: the text may have been short or misspelt.</summary>
    internal sealed record Exact(NamedRole Role) : RoleMatch;

    /// <summary>Two or more, in the caller's order; ask which.</summary>
    internal sealed record Ambiguous(IReadOnlyList<NamedRole> Roles) : RoleMatch;

    /// <summary>None; <paramref name="Nearest"/> are up to three to offer, nearest first, perhaps none.</summary>
    internal sealed record None(IReadOnlyList<NamedRole> Nearest) : RoleMatch;
}
