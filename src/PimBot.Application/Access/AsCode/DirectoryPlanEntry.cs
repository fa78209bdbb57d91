namespace PimBot.Application.Access.AsCode;

/// <summary>One difference, ready to be said.</summary>
/// <param name="Topic">The section of the file, such as <c>assignments</c>.</param>
/// <param name="Action"><c>add</c>, <c>change</c> or <c>remove</c>; <c>keep</c> for drift.</param>
/// <param name="Subject">Who or what differs, by name.</param>
internal sealed record DirectoryPlanEntry(string Topic, string Action, string Subject)
{
    public const string Add = "add";
    public const string Change = "change";
    public const string Remove = "remove";
    public const string Keep = "keep";

    /// <summary>The ids that name it beyond doubt, by the file's keys.</summary>
    public required IReadOnlyList<(string Key, string Id)> Ids { get; init; }

    public IReadOnlyList<DirectoryDetail> Details { get; init; } = [];

    /// <summary>What is said of one subject, after its name, such as <c>loses eligible Global Administrator</c>.</summary>
    public required string One { get; init; }

    /// <summary>What is said of several at once, after their number, such as <c>lose eligible Global Administrator</c>.</summary>
    public required string Several { get; init; }

    /// <summary>What several are called, such as <c>people</c>.</summary>
    public required string Noun { get; init; }

    public string Words => $"{Subject}{One}";

    /// <summary>The same, one line for each value where that reads better.</summary>
    public IReadOnlyList<string> Lines
    {
        get => field ?? [Words];
        init;
    }
}
