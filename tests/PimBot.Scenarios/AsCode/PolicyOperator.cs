using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PimBot.Access.Commands;
using PimBot.Scenarios.StartUp;
using PimBot.Storage.Sqlite;
using PimBot.Testing;

namespace PimBot.Scenarios.AsCode;

/// <summary>Somebody who keeps PimBot's settings as code: a folder, a database, and the real executable.</summary>
internal sealed class PolicyOperator : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly SemaphoreSlim Loading = new(1);
    private static (byte[] Database, string Export)? loaded;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pimbot-code-");

    // The product binds SQLite's managed side to the system's library; tests that open a file themselves need that too.
    static PolicyOperator() => RuntimeHelpers.RunModuleConstructor(typeof(SqliteStorage).Module.ModuleHandle);

    public string Database => Path.Combine(folder.FullName, "pimbot.db");

    public static string Contoso => RepositoryRoot.File("src/PimBot.Playground/contoso.json");

    /// <summary>A path in the folder.</summary>
    public string At(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Says <c>policy …</c> to the program, in this process, which is quicker.</summary>
    public Task<PolicyRun> Runs(params string[] arguments) => RunsAndAnswers("", arguments);

    /// <summary>As <see cref="Runs"/>, with an answer to its question.</summary>
    public async Task<PolicyRun> RunsAndAnswers(string answer, params string[] arguments)
    {
        using var input = new StringReader(answer + "\n");
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await PolicyCommands.RunAsync(
            ["policy", .. arguments, $"--ConnectionStrings:PimBot=Data Source={Database}"],
            new PolicyConsole(input, output, errors)
        );
        return Checked(new PolicyRun(exitCode, output.ToString(), errors.ToString()));
    }

    /// <summary>Runs <c>PimBot policy …</c> in the folder as a process, to its end.</summary>
    public async Task<PolicyRun> RunsProcess(params string[] arguments)
    {
        using var process = Starts(arguments);
        process.StandardInput.Close();
        return await Ends(process);
    }

    /// <summary>Starts it; the caller answers.</summary>
    public Process Starts(params string[] arguments)
    {
        var start = new ProcessStartInfo(StartedProcess.Executable, ["policy", .. arguments])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["ConnectionStrings__PimBot"] = $"Data Source={Database}";
        return Process.Start(start)!;
    }

    /// <summary>Waits for its end. Whatever happens, nobody sees a stack trace.</summary>
    public static async Task<PolicyRun> Ends(Process process, string said = "")
    {
        var errors = process.StandardError.ReadToEndAsync();
        var output = said + await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return Checked(new PolicyRun(process.ExitCode, output, await errors));
    }

    private static PolicyRun Checked(PolicyRun run)
    {
        Assert.DoesNotContain("   at ", run.Output + run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Output + run.Errors, StringComparison.Ordinal);
        return run;
    }

    /// <summary>A store with the demo directory, and its export as a file to be changed. Made once, and copied for each.</summary>
    public async Task<string> HasContosoAsync()
    {
        await Loading.WaitAsync();
        try
        {
            loaded ??= await LoadAsync();
        }
        finally
        {
            Loading.Release();
        }

        var (database, export) = loaded.Value;
        var file = At("directory.json");
        await File.WriteAllBytesAsync(Database, database);
        await File.WriteAllTextAsync(file, export);
        return file;
    }

    private static async Task<(byte[] Database, string Export)> LoadAsync()
    {
        using var someone = new PolicyOperator();
        Assert.Equal(0, (await someone.Runs("apply", Contoso, "--yes", "--create")).ExitCode);
        var export = await someone.Runs("export", "-");
        Assert.Equal(0, export.ExitCode);
        Assert.False(File.Exists(someone.Database + "-wal"));
        return (await File.ReadAllBytesAsync(someone.Database), export.Output);
    }

    /// <summary>Changes the file.</summary>
    public static void Edit(string file, Action<JsonNode> change)
    {
        var root = JsonNode.Parse(File.ReadAllText(file))!;
        change(root);
        File.WriteAllText(file, root.ToJsonString());
    }

    /// <summary>The entry of a section that all of these members have.</summary>
    public static JsonNode Entry(JsonNode root, string section, params (string Key, string Value)[] members) =>
        root[section]!.AsArray().Single(e => members.All(m => e![m.Key]?.GetValue<string>() == m.Value))!;

    /// <summary>Takes such an entry out of the file.</summary>
    public static void Remove(JsonNode root, string section, params (string Key, string Value)[] members) =>
        root[section]!.AsArray().Remove(Entry(root, section, members));

    /// <summary>The first column of what a query finds in the database.</summary>
    public IReadOnlyList<string> Finds(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.IsDBNull(0) ? "" : reader.GetValue(0).ToString()!);
        }

        return found;
    }

    public void Does(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => folder.Delete(recursive: true);
}
