using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace PimBot.Channel.Settings;

/// <summary>
/// Checks a configuration section against its options class before it is bound: a misspelt key would otherwise be
/// ignored (a misspelt allow-list allows everybody), and the binder's own message does not say what is allowed.
/// </summary>
internal static class SectionForm
{
    public static void Bind<T>(IConfigurationSection section, T options)
        where T : class
    {
        var faults = Faults(section, typeof(T)).ToList();
        if (faults.Count > 0)
        {
            throw new OptionsValidationException(section.Key, typeof(T), faults);
        }

        section.Bind(options);
    }

    private static IEnumerable<string> Faults(IConfigurationSection section, Type type)
    {
        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var child in section.GetChildren())
        {
            var property = Array.Find(known, p => string.Equals(p.Name, child.Key, StringComparison.OrdinalIgnoreCase));
            var fault = property is null
                ? $"{child.Path} is no setting; allowed are {string.Join(", ", known.Select(p => p.Name))}."
                : ValueFault(child, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            if (fault is not null)
            {
                yield return fault;
            }
        }
    }

    private static string? ValueFault(IConfigurationSection child, Type type)
    {
        if (type.IsEnum && !IsOneOf(child.Value, Enum.GetNames(type)))
        {
            return $"{child.Path} is '{child.Value}'; allowed are {string.Join(", ", Enum.GetNames(type))}.";
        }

        if (type == typeof(bool) && !bool.TryParse(child.Value, out _))
        {
            return $"{child.Path} is '{child.Value}'; allowed are true and false.";
        }

        var isList = type != typeof(string) && !type.IsValueType;
        return isList switch
        {
            true when !string.IsNullOrEmpty(child.Value) =>
                $"{child.Path} is one value; allowed is a list ({child.Path}:0, {child.Path}:1 …).",
            false when child.GetChildren().Any() => $"{child.Path} is a list or an object; allowed is one value.",
            _ => null,
        };
    }

    private static bool IsOneOf(string? value, string[] names) =>
        Array.Exists(names, n => string.Equals(n, value, StringComparison.OrdinalIgnoreCase));
}
