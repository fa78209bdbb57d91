namespace PimBot.Settings;

/// <summary>Says where a setting came from, so that an operator finds it.</summary>
internal static class SettingPlace
{
    /// <summary>Appends the place to a fault that starts with the setting's key; without a known key, or a place, it stays as it is.</summary>
    public static string Append(string fault, IConfiguration configuration)
    {
        var key = fault.Split(' ', 2)[0].TrimEnd(':', ',', '.');
        return
            (key.Contains(':', StringComparison.Ordinal) || key == ListenAddresses.Key)
            && configuration is IConfigurationRoot root
            && root.Providers.LastOrDefault(p => p.TryGet(key, out _)) is { } provider
            ? $"{fault} (set in {Describe(provider, key)})"
            : fault;
    }

    private static string Describe(IConfigurationProvider provider, string key)
    {
        var name = provider.GetType().Name;
        return provider switch
        {
            FileConfigurationProvider file => file.Source.Path ?? "a settings file",
            _ when name.StartsWith("EnvironmentVariables", StringComparison.Ordinal) =>
                $"the environment variable {key.Replace(":", "__", StringComparison.Ordinal)}",
            _ when name.StartsWith("CommandLine", StringComparison.Ordinal) => $"the command line, --{key}",
            _ => "the host",
        };
    }
}
