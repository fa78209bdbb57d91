using System.Text.Json;

namespace PimBot.Api.Access;

/// <summary>Enum values as the API spells them: <c>adminAssign</c>.</summary>
internal static class Names
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Null when no value is spelt so.</summary>
    public static T? Find<T>(string? name)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Of(value) == name).Select(value => (T?)value).FirstOrDefault();
}
