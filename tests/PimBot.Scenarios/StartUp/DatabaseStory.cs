using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace PimBot.Scenarios.StartUp;

public sealed class DatabaseStory
{
    [Fact]
    public async Task A_database_that_another_process_has_locked_is_one_clear_line()
    {
        using var someone = new Operator();
        using var other = new SqliteConnection($"Data Source={someone.Database};Pooling=False");
        other.Open();
        Run(other, "CREATE TABLE t (x); BEGIN EXCLUSIVE; INSERT INTO t VALUES (1);");

        var errors = await someone.StartsInVain(someone.Settings);

        var line = Assert.Single(errors);
        Assert.Contains(
            "ConnectionStrings:PimBot: The database is locked by another process.",
            line,
            StringComparison.Ordinal
        );
        Assert.EndsWith("(set in the environment variable ConnectionStrings__PimBot)", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_one_clear_line_and_stays_as_it_is()
    {
        using var someone = new Operator();
        var text = string.Concat(Enumerable.Repeat("this is a letter, not a database. ", 200));
        someone.Writes("pimbot.db", text);

        var errors = await someone.StartsInVain(someone.Settings);

        Assert.Contains("is not an SQLite database, or is damaged", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(someone.Database, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Sqlite", "Host=127.0.0.1;Password=se3ret")]
    [InlineData("Sqlite", "Data Source=:memory:")]
    [InlineData("Sqlite", "Hst=foo")]
    [InlineData("Postgres", "Data Source=x.db")]
    [InlineData("Postgres", "Hst=foo;Password=se3ret")]
    [InlineData("Postgres", "Username=pimbot")]
    public async Task A_connection_string_of_another_kind_is_one_clear_line(string engine, string connection)
    {
        using var someone = new Operator();
        var settings = someone.SettingsWith("ConnectionStrings:PimBot", connection);
        settings["Storage:Engine"] = engine;

        var line = Assert.Single(await someone.StartsInVain(settings));

        Assert.Contains(
            $"ConnectionStrings:PimBot is no connection string for Storage:Engine '{engine}'",
            line,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("se3ret", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_one_clear_line()
    {
        using var someone = new Operator();
        using (await someone.Starts(someone.Settings, "Production"))
        {
            // It creates the file, and is ended.
        }

        Overwrite(someone.Database);
        var errors = await someone.StartsInVain(someone.Settings);

        Assert.Contains("damaged", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_place_is_one_clear_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no read-only file system to mount here.");
        using var someone = new Operator();

        // Nobody, not even root, creates files below /proc.
        var errors = await someone.StartsInVain(
            someone.SettingsWith("ConnectionStrings:PimBot", "Data Source=/proc/pimbot/pimbot.db")
        );

        Assert.Contains("/proc/pimbot", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_database_is_one_clear_line()
    {
        using var someone = new Operator();
        using (await someone.Starts(someone.Settings, "Production"))
        {
            // It creates the file, and is ended.
        }

        var errors = await someone.StartsInVain(
            someone.SettingsWith("ConnectionStrings:PimBot", $"Data Source={someone.Database};Mode=ReadOnly")
        );

        Assert.Contains("read-only", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_in_use_is_one_clear_line()
    {
        using var someone = new Operator();
        using var listener = new TcpListener(IPAddress.Loopback, someone.Port);
        listener.Start();

        var errors = await someone.StartsInVain(someone.Settings);

        var line = Assert.Single(errors);
        Assert.Contains($"127.0.0.1:{someone.Port}", line, StringComparison.Ordinal);
        Assert.Contains("in use", line, StringComparison.Ordinal);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Overwrite(string file)
    {
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = 100;
        var rubbish = new byte[Math.Max(0, stream.Length - 100)];
        Array.Fill(rubbish, (byte)0xA5);
        stream.Write(rubbish);
    }
}
