namespace PimBot.Storage.Work;

/// <summary>A row that somebody must look at when its time has come, one taker at a time.</summary>
internal interface IDueRow
{
    /// <summary>Null: only an event can change something about it.</summary>
    DateTimeOffset? DueAt { get; }
}
