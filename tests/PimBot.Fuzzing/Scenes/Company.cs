using System.Text.Json;
using System.Text.Json.Nodes;
using PimBot.Testing;

namespace PimBot.Fuzzing.Scenes;

/// <summary>The demo directory with one person more, who may activate nothing and approves nothing.</summary>
internal static class Company
{
    public const string OutsiderId = "01fa0000-0000-4000-8000-0000000000ff";
    public const string OutsiderName = "Olga Outsider";

    private static readonly Lazy<string> File = new(Write);

    /// <summary>For <see cref="SceneOptions.DirectoryFile"/>.</summary>
    public static string DirectoryFile => File.Value;

    private static string Write()
    {
        var demo = System.IO.File.ReadAllText(RepositoryRoot.File("src/PimBot.Playground/contoso.json"));
        var comments = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        var directory = JsonNode.Parse(demo, documentOptions: comments)!.AsObject();
        directory["people"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["id"] = OutsiderId,
                    ["name"] = OutsiderName,
                    ["upn"] = "olga@contoso.example",
                    ["mail"] = "olga@contoso.example",
                    ["kind"] = "member",
                    ["enabled"] = true,
                }
            );
        var file = Path.Combine(Directory.CreateTempSubdirectory("pimbot-fuzz-").FullName, "directory.json");
        System.IO.File.WriteAllText(file, directory.ToJsonString());
        return file;
    }
}
