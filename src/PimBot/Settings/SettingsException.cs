namespace PimBot.Settings;

/// <summary>A setting is missing or impossible. The message starts with its key and is fit for operators' eyes.</summary>
public sealed class SettingsException(string message) : Exception(message);
