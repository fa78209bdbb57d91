namespace PimBot.Storage.Conversations;

internal sealed class BotDocumentRow
{
    public const int LongestKey = 400;

    public required string Key { get; init; }

    public required string Json { get; set; }

    public required DateTimeOffset WrittenAt { get; set; }

    /// <summary>Compare-and-set number: two units that write one key at once don't overwrite each other.</summary>
    public long Version { get; set; }
}
