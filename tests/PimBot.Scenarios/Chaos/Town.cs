using System.Text.Json.Nodes;

namespace PimBot.Scenarios.Chaos;

/// <summary>A directory of many small teams: in each, four people who may ask for one role, and two who approve it.</summary>
internal static class Town
{
    public const int RequestersPerTeam = 4;

    private static readonly string[] Words =
    [
        "Alfa",
        "Bravo",
        "Charlie",
        "Delta",
        "Echo",
        "Foxtrot",
        "Golf",
        "Hotel",
        "India",
        "Juliett",
    ];

    public static string RoleOf(int team) => $"{Words[team / 10]}{Words[team % 10]} Responder";

    public static string Requester(int team, int number) => Id(1, team, number);

    public static string Approver(int team, int number) => Id(2, team, number);

    public static string RoleId(int team) => Id(3, team, 0);

    /// <summary>Writes the directory file.</summary>
    /// <param name="file">Where.</param>
    /// <param name="teams">At most 100.</param>
    public static void Write(string file, int teams)
    {
        var all = Enumerable.Range(0, teams).ToList();
        var town = new JsonObject
        {
            ["people"] = new JsonArray([.. all.SelectMany(People)]),
            ["groups"] = new JsonArray(),
            ["scopes"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = "/",
                    ["kind"] = "directory",
                    ["name"] = "Town",
                }
            ),
            ["roles"] = new JsonArray([.. all.Select(Role)]),
            ["policies"] = new JsonArray([.. all.Select(Policy)]),
            ["assignments"] = new JsonArray([.. all.SelectMany(Assignments)]),
        };
        File.WriteAllText(file, town.ToJsonString());
    }

    private static string Id(int kind, int team, int number) => $"0000{kind:D4}-{team:D4}-4000-8000-{number:D12}";

    private static IEnumerable<JsonNode> People(int team) =>
        Enumerable
            .Range(0, RequestersPerTeam)
            .Select(i => Person(Requester(team, i), $"Asker{i} {RoleOf(team)}"))
            .Concat(Enumerable.Range(0, 2).Select(i => Person(Approver(team, i), $"Boss{i} {RoleOf(team)}")));

    private static JsonObject Person(string id, string name) =>
        new()
        {
            ["id"] = id,
            ["name"] = name,
            ["kind"] = "member",
            ["enabled"] = true,
        };

    private static JsonObject Role(int team) =>
        new()
        {
            ["id"] = RoleId(team),
            ["name"] = RoleOf(team),
            ["kind"] = "directoryRole",
            ["privileged"] = true,
        };

    private static JsonObject Policy(int team) =>
        new()
        {
            ["role"] = RoleId(team),
            ["scope"] = "/",
            ["activation"] = new JsonObject
            {
                ["maximum"] = "PT1H",
                ["require"] = new JsonArray("justification", "approval"),
                ["approvers"] = new JsonArray(
                    new JsonObject { ["person"] = Approver(team, 0) },
                    new JsonObject { ["person"] = Approver(team, 1) }
                ),
                ["window"] = "PT1H",
            },
            ["notify"] = new JsonArray(),
        };

    private static IEnumerable<JsonNode> Assignments(int team) =>
        Enumerable
            .Range(0, RequestersPerTeam)
            .Select(i => new JsonObject
            {
                ["person"] = Requester(team, i),
                ["role"] = RoleId(team),
                ["scope"] = "/",
                ["type"] = "eligible",
            });
}
