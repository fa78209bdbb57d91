using PimBot.Application.Access;

namespace PimBot.Application.Tests.Access;

/// <summary>The demo directory as it is shipped.</summary>
internal static class DemoDirectory
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly string Json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "contoso.json"));

    public static DirectoryContents Load() =>
        DirectoryDocument.Parse(Json, Now) is { IsAccepted: true, Contents: var contents }
            ? contents
            : throw new InvalidOperationException("The demo directory has faults.");
}
