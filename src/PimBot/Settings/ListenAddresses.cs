using Microsoft.AspNetCore.Http;

namespace PimBot.Settings;

/// <summary>Checks the setting <c>urls</c> before anything is built, so that a bad one is named as a setting.</summary>
internal static class ListenAddresses
{
    public const string Key = "urls";

    /// <exception cref="SettingsException">An address can't be listened on as written.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var url in (configuration[Key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsAddress(url))
            {
                throw new SettingsException(
                    $"{Key} is '{url}': allowed is an address such as http://localhost:3978, several separated by semicolons."
                );
            }
        }
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url).Port is >= 0 and <= ushort.MaxValue;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
