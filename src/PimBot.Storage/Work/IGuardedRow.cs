namespace PimBot.Storage.Work;

/// <summary>A row whose next version is saved only over the state and version that were loaded.</summary>
internal interface IGuardedRow<out TState>
    where TState : struct, Enum
{
    Guid Key { get; }

    TState State { get; }

    long Version { get; set; }

    /// <summary>Null also where nobody claims rows.</summary>
    DateTimeOffset? LeasedUntil => null;
}
