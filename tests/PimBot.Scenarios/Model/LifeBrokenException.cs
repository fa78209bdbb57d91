namespace PimBot.Scenarios.Model;

/// <summary>The product did what the rules don't allow, or did not do what they demand.</summary>
internal sealed class LifeBrokenException(string message) : Exception(message);
