namespace PimBot.Storage;

/// <summary>The database can't be used. The message is one sentence for operators; it holds no secret and no person's text.</summary>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
