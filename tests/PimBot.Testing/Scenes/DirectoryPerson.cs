using System.Text.Json;
using System.Text.Json.Nodes;

namespace PimBot.Testing;

/// <summary>A person of the directory file.</summary>
/// <param name="Id">What <c>from.aadObjectId</c> carries.</param>
/// <param name="Name">The full name.</param>
/// <param name="Kind"><c>member</c>, <c>guest</c>, <c>personal</c>, <c>serviceAccount</c> or <c>emergency</c>.</param>
/// <param name="IsEnabled">Whether the account can sign in.</param>
/// <param name="IsSecondAccount">Whether it is linked to another account of the same human.</param>
internal sealed record DirectoryPerson(string Id, string Name, string Kind, bool IsEnabled, bool IsSecondAccount)
{
    /// <summary>Service accounts and disabled ones have no chat.</summary>
    public bool CanChat => IsEnabled && Kind != "serviceAccount";

    public static IReadOnlyList<DirectoryPerson> ReadAll(string file)
    {
        var comments = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        var people = JsonNode.Parse(File.ReadAllText(file), documentOptions: comments)!["people"]!.AsArray();
        return [.. people.Select(person => Read(person!.AsObject()))];
    }

    /// <summary>
    /// Whether someone means this person by that name: the full name, the id, or the beginning of the name, which never
    /// means a second account.
    /// </summary>
    public bool IsCalled(string name) =>
        Id == name || Name == name || (!IsSecondAccount && Name.StartsWith(name + " ", StringComparison.Ordinal));

    private static DirectoryPerson Read(JsonObject person) =>
        new(
            person["id"]!.ToString(),
            person["name"]!.ToString(),
            person["kind"]?.ToString() ?? "member",
            person["enabled"]?.GetValue<bool>() ?? true,
            person["linkedTo"] is not null
        );
}
