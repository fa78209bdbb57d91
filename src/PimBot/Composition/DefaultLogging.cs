using Microsoft.Extensions.Configuration.Memory;

namespace PimBot.Composition;

/// <summary>What is logged unless the settings say otherwise: PimBot's own events, and of the framework what goes wrong.</summary>
internal static class DefaultLogging
{
    private static readonly Dictionary<string, string?> Levels = new(StringComparer.Ordinal)
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        ["Logging:LogLevel:System.Net.Http"] = "Warning",
        // What keeps the host from starting is said in one line by PimBotHost, instead of by a stack trace.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "None",
    };

    /// <summary>Puts them beneath every other source of settings.</summary>
    public static void Add(IConfigurationBuilder configuration) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Levels });
}
