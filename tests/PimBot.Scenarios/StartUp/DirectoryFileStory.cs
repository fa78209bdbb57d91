using Microsoft.Data.Sqlite;

namespace PimBot.Scenarios.StartUp;

public sealed class DirectoryFileStory
{
    private const string Bad = """
        {
          "people": [
            { "id": "p1", "name": "One", "kind": "wizard" },
            { "id": "p1", "name": "Two", "kind": "member", "colour": "red" }
          ],
          "scopes": [ { "id": "/", "kind": "directory", "name": "Here" } ],
          "roles": [ { "id": "r1", "name": "Role", "kind": "directoryRole" } ],
          "policies": [
            { "role": "r1", "scope": "/",
              "activation": { "maximum": "PT3M", "require": ["mfa"] },
              "eligible": { "maximum": null }, "active": { "maximum": null } }
          ],
          "assignments": [ { "person": "nobody", "role": "r1", "scope": "/", "type": "eligible" } ]
        }
        """;

    [Fact]
    public async Task Every_fault_of_a_bad_directory_file_is_listed_with_its_place_and_nothing_is_loaded()
    {
        using var someone = new Operator();
        var file = someone.Writes("people.json", Bad);

        var errors = await someone.StartsInVain(someone.SettingsWith("Directory:File", file));

        Assert.Contains(file, errors[0], StringComparison.Ordinal);
        var faults = errors.Skip(1).ToList();
        Assert.Equal($"Faults: {faults.Count}.", errors[0][errors[0].IndexOf("Faults:", StringComparison.Ordinal)..]);
        foreach (
            var place in new[]
            {
                "people[0].kind",
                "people[1].id",
                "people[1].colour",
                "policies[0].activation.maximum",
                "assignments[0].person",
            }
        )
        {
            Assert.Contains(faults, fault => fault.Contains(place, StringComparison.Ordinal));
        }

        Assert.Equal(0, PeopleIn(someone.Database));
    }

    [Fact]
    public async Task After_the_file_is_mended_the_same_database_starts()
    {
        using var someone = new Operator();
        await someone.StartsInVain(someone.SettingsWith("Directory:File", someone.Writes("people.json", Bad)));

        using var process = await someone.Starts(someone.Settings, "Production");

        Assert.Equal(12, PeopleIn(someone.Database));
    }

    private static long PeopleIn(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM people";
        return (long)command.ExecuteScalar()!;
    }
}
