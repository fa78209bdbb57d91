using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace PimBot.Channel.Settings;

/// <summary>
/// Checks a configuration section against its options class before it is bound: a misspelt key would otherwise be
/// ignored (a misspelt allow-list allows everybody), and the binder's own message does not say what is allowed.
/// </summary>
public static class SectionForm
{
    /// <exception cref="OptionsValidationException">Keys or values that the class does not have; each fault starts with its key.</exception>
    public static void Bind<T>(IConfigurationSection section, T options)
        where T : class
    {
        var faults = Faults(section, typeof(T)).ToList();
        if (faults.Count > 0)
        {
            throw new OptionsValidationException(section.Key, typeof(T), faults);
        }

        WithoutEmptyKeys(section).Bind(options);
    }

    /// <summary>
    /// An empty value is no value: that is how environment variables and templates leave a key out. Lists have no empty
    /// entries any more when this is reached.
    /// </summary>
    private static IConfigurationRoot WithoutEmptyKeys(IConfigurationSection section) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                section.AsEnumerable(makePathsRelative: true).Where(pair => !string.IsNullOrEmpty(pair.Value))
            )
            .Build();

    private static IEnumerable<string> Faults(IConfiguration section, Type type)
    {
        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var child in section.GetChildren())
        {
            var property = Array.Find(known, p => string.Equals(p.Name, child.Key, StringComparison.OrdinalIgnoreCase));
            var faults = property is null
                ? [$"{child.Path} is no setting; allowed are {string.Join(", ", known.Select(p => p.Name))}."]
                : FaultsOf(child, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            foreach (var fault in faults)
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> FaultsOf(IConfigurationSection child, Type type)
    {
        if (!IsSection(type))
        {
            return ValueFault(child, type) is { } fault ? [fault] : [];
        }

        return string.IsNullOrEmpty(child.Value)
            ? Faults(child, type)
            : [$"{child.Path} is one value; allowed is a section ({child.Path}:…)."];
    }

    /// <summary>An options class within an options class, by its name.</summary>
    private static bool IsSection(Type type) => type.IsClass && type.Name.EndsWith("Options", StringComparison.Ordinal);

    private static string? ValueFault(IConfigurationSection child, Type type)
    {
        var isList = type != typeof(string) && !type.IsValueType;
        var entries = child.GetChildren().ToList();
        return child.Value switch
        {
            _ when !isList && entries.Count > 0 => $"{child.Path} is a list or an object; allowed is one value.",
            null or "" when isList && entries.Exists(e => string.IsNullOrWhiteSpace(e.Value)) =>
                $"{child.Path} has an empty entry; leave it out.",
            null or "" => null,
            _ when isList => $"{child.Path} is one value; allowed is a list ({child.Path}:0, {child.Path}:1 …).",
            var value when type.IsEnum && !IsOneOf(value, Enum.GetNames(type)) =>
                $"{child.Path} is '{value}'; allowed are {string.Join(", ", Enum.GetNames(type))}.",
            var value
                when type == typeof(int)
                    && !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) =>
                $"{child.Path} is '{value}'; allowed are whole numbers.",
            var value when type == typeof(bool) && !bool.TryParse(value, out _) =>
                $"{child.Path} is '{value}'; allowed are true and false.",
            var value when type == typeof(TimeSpan) && !TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out _) =>
                $"{child.Path} is '{value}'; allowed is a time such as 00:10:00.",
            _ => null,
        };
    }

    private static bool IsOneOf(string? value, string[] names) =>
        Array.Exists(names, n => string.Equals(n, value, StringComparison.OrdinalIgnoreCase));
}
