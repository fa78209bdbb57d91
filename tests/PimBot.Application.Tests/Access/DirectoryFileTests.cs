using PimBot.Access;
using PimBot.Application.Access;

namespace PimBot.Application.Tests.Access;

public sealed class DirectoryFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pimbot-directory-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("directory.json")]
    [InlineData("DIRECTORY.JSON")]
    public async Task Json_is_read(string name)
    {
        var contents = await ReadAsync(name, DirectorySample.Json);

        Assert.Equivalent(DirectorySample.Read(DirectorySample.Json).Contents, contents, strict: true);
    }

    [Theory]
    [InlineData("directory.yaml")]
    [InlineData("directory.yml")]
    public async Task Yaml_is_read(string name) =>
        Assert.Equal("Ann", Assert.Single((await ReadAsync(name, YamlSample.Small)).People).Name);

    [Fact]
    public async Task The_operator_gets_every_fault_with_its_place_in_one_message()
    {
        var refused = await RefusedAsync(
            "x.json",
            "{\n\"people\": [ { \"id\": \"a\" } ],\n\"scopes\": 1,\n\"roles\": [] }"
        );

        Assert.Equal(2, refused.Faults.Count);
        Assert.Equal(
            [
                $"The directory file {PathOf("x.json")} is refused. Faults: 2.",
                "  people[0].name (line 2, column 13): is missing",
                "  scopes (line 3, column 11): must be a list, not the number 1",
            ],
            refused.Message.Split(Environment.NewLine)
        );
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named() =>
        Assert.Contains(
            $"Directory:File names {PathOf("none.json")}, which can't be read:",
            (await Assert.ThrowsAsync<DirectoryFileException>(() => ReadAsync(PathOf("none.json")))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_folder_in_place_of_the_file_is_refused()
    {
        _folder.CreateSubdirectory("folder.json");

        await Assert.ThrowsAsync<DirectoryFileException>(() => ReadAsync(PathOf("folder.json")));
    }

    [Theory]
    [InlineData("x.txt")]
    [InlineData("x")]
    public async Task Another_ending_is_refused(string name) =>
        Assert.Contains(
            "neither in .json nor",
            (await RefusedAsync(name, DirectorySample.Json)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_file_that_is_too_long_is_refused() =>
        Assert.Contains(
            "longer than 67108864 bytes",
            (await RefusedAsync("x.yaml", new string(' ', DirectoryDocument.LongestBytes + 1))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_file_that_is_not_in_utf8_is_refused()
    {
        await File.WriteAllBytesAsync(PathOf("x.json"), [0x22, 0xFF, 0x22], TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<DirectoryFileException>(() => ReadAsync(PathOf("x.json")));

        Assert.Contains("not in UTF-8", refused.Message, StringComparison.Ordinal);
    }

    private async Task<DirectoryContents> ReadAsync(string name, string text)
    {
        await File.WriteAllTextAsync(PathOf(name), text, TestContext.Current.CancellationToken);
        return await ReadAsync(PathOf(name));
    }

    private Task<DirectoryFileException> RefusedAsync(string name, string text) =>
        Assert.ThrowsAsync<DirectoryFileException>(() => ReadAsync(name, text));

    private static Task<DirectoryContents> ReadAsync(string path) =>
        DirectoryFile.ReadAsync(path, DirectorySample.Now, TestContext.Current.CancellationToken);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
