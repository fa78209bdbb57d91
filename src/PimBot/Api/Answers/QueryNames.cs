using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace PimBot.Api.Answers;

/// <summary>
/// A query parameter that an endpoint does not know is refused: a filter that is passed over would show, or change, more
/// than was meant.
/// </summary>
internal static class QueryNames
{
    /// <exception cref="ApiProblemException">A parameter is unknown, or given twice.</exception>
    public static void Check(HttpContext context)
    {
        var known = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() is { } parameters
            ? parameters.Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase)
            : [];
        foreach (var (name, values) in context.Request.Query)
        {
            if (context.GetEndpoint() is not null && !known.Contains(name))
            {
                throw ApiProblemException.Bad("A query parameter is unknown here.", $"?{Shown(name)}");
            }

            if (values.Count != 1)
            {
                throw ApiProblemException.Bad("A query parameter is given twice.", $"?{Shown(name)}");
            }
        }
    }

    private static string NameOf(IParameterBindingMetadata parameter) =>
        parameter.ParameterInfo.GetCustomAttribute<FromQueryAttribute>()?.Name ?? parameter.Name;

    private static string Shown(string name) => Domain.Activations.InertText.Clean(name, 60) ?? "";
}
