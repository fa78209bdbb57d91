using System.Text.Json.Nodes;
using PimBot.Testing;

namespace PimBot.Scenarios.Access;

/// <summary><c>GET /api/access?person=</c> as an operator reads it.</summary>
internal static class AccessPage
{
    /// <summary>The ids of the roles that the target gives to this person.</summary>
    public static async Task<IReadOnlyList<string>> HeldAtTarget(this Scene scene, TestPerson person) =>
        [.. (await Read(scene, person))["target"]!.AsArray().Select(row => row!["role"]!.ToString())];

    /// <summary>The names of the roles that count as held, whatever the target does.</summary>
    public static async Task<IReadOnlyList<string>> Holds(this Scene scene, TestPerson person) =>
        [.. (await Read(scene, person))["held"]!.AsArray().Select(row => row!["role"]!.ToString())];

    private static async Task<JsonObject> Read(Scene scene, TestPerson person)
    {
        var page = new Uri($"/api/access?person={Uri.EscapeDataString(person.Id)}", UriKind.Relative);
        var text = await scene.Http.GetStringAsync(page, TestContext.Current.CancellationToken);
        return JsonNode.Parse(text)!.AsObject();
    }
}
