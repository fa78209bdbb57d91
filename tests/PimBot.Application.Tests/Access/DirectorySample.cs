using System.Text.Json.Nodes;
using PimBot.Application.Access;

namespace PimBot.Application.Tests.Access;

/// <summary>A small directory without faults, to be broken in one place.</summary>
internal static class DirectorySample
{
    public const string Exchange = "29232cdf-9323-42fd-ade2-1d097af3e4de";

    public const string Json = """
        {
          "people": [
            { "id": "ann", "name": "Ann", "upn": "ann@x.example", "kind": "member" },
            { "id": "ben", "name": "Ben", "upn": "ben@x.example", "kind": "member", "linkedTo": "ann", "manager": "ann" },
            { "id": "bot", "name": "Bot", "kind": "serviceAccount" }
          ],
          "groups": [ { "id": "ops", "name": "Ops", "members": ["ann", "ben"], "owners": ["ann"] } ],
          "scopes": [
            { "id": "/", "kind": "directory", "name": "X" },
            { "id": "/mg", "kind": "managementGroup", "name": "MG" },
            { "id": "/sub", "kind": "subscription", "name": "Sub", "parent": "/mg" },
            { "id": "/g", "kind": "group", "name": "G" }
          ],
          "roles": [
            { "id": "29232cdf-9323-42fd-ade2-1d097af3e4de", "name": "Exchange Administrator", "kind": "directoryRole" },
            { "id": "desk", "name": "Desk", "kind": "directoryRole", "privileged": true, "aliases": ["D", "Front"] },
            { "id": "owner", "name": "Owner", "kind": "azureRole" },
            { "id": "in", "name": "Member", "kind": "groupMember" }
          ],
          "policies": [
            { "role": "29232cdf-9323-42fd-ade2-1d097af3e4de", "scope": "/", "activation": { "maximum": "PT2H", "require": ["mfa"] } },
            { "role": "owner", "scope": "/sub",
              "activation": { "maximum": "PT1H", "require": ["approval"], "approvers": [ { "role": "owner" }, { "person": "ann" }, { "group": "ops" } ], "window": "P1D" },
              "eligible": { "maximum": "P90D" }, "active": { "maximum": "P30D", "require": ["mfa"] }, "notify": ["activation"] },
            { "role": "desk", "scope": "/", "activation": { "require": ["approval"] } }
          ],
          "assignments": [
            { "person": "ann", "role": "29232cdf-9323-42fd-ade2-1d097af3e4de", "scope": "/", "type": "eligible", "start": null, "end": null },
            { "group": "ops", "role": "owner", "scope": "/sub", "type": "eligible", "end": "P90D" },
            { "person": "bot", "role": "owner", "scope": "/sub", "type": "active", "start": "2026-03-01T00:00:00Z", "end": "2026-03-20T00:00:00+02:00" }
          ]
        }
        """;

    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static DirectoryDocumentResult Read(string json) => DirectoryDocument.Parse(json, Now);

    /// <summary>The sample after one change.</summary>
    /// <param name="path">Such as <c>policies.1.activation.maximum</c>; a <c>+</c> at the end of a list appends.</param>
    /// <param name="value">JSON; null deletes.</param>
    public static DirectoryDocumentResult With(string path, string? value)
    {
        var root = JsonNode.Parse(Json)!;
        var steps = path.Split('.');
        var at = steps[..^1].Aggregate(root, (node, step) => int.TryParse(step, out var i) ? node[i]! : node[step]!);
        var last = steps[^1];
        var changed = value is null ? null : JsonNode.Parse(value);
        switch (at)
        {
            case JsonArray list when last == "+":
                list.Add(changed);
                break;
            case JsonArray list when value is null:
                list.RemoveAt(int.Parse(last));
                break;
            case JsonArray list:
                list[int.Parse(last)] = changed;
                break;
            case JsonObject map when value is null:
                Assert.True(map.Remove(last));
                break;
            default:
                at[last] = changed;
                break;
        }

        return Read(root.ToJsonString());
    }
}
