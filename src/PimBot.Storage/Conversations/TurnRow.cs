namespace PimBot.Storage.Conversations;

internal sealed class TurnRow
{
    public required string Key { get; init; }

    public required string Answer { get; set; }

    public required DateTimeOffset RecordedAt { get; init; }
}
