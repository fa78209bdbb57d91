using PimBot.Application.Audit;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Audit;

/// <summary>A folder for anchors and exports, and how a scene's audit is held against them.</summary>
internal sealed class AuditPlace : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pimbot-audit-");

    /// <summary>The anchor file; nothing is there yet.</summary>
    public string Anchors => At("anchors.jsonl");

    public string At(string name) => Path.Combine(folder.FullName, name);

    /// <summary>The scene's settings with these.</summary>
    public static SceneOptions With(params (string Key, string? Value)[] settings) =>
        new() { Settings = settings.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal) };

    /// <summary>The anchors that are in the file.</summary>
    public async Task<AnchorLines> ReadAsync(string? key = null) =>
        await AnchorLines.ReadAsync(File.ReadLinesAsync(Anchors), key, null, TestContext.Current.CancellationToken);

    /// <summary>What a verification of the scene's store with these anchors says.</summary>
    public static Task<AuditVerification> VerifyAsync(Scene scene, IReadOnlyCollection<AuditAnchor> anchors) =>
        scene.Reads((work, stop) => VerifyAudit.StoreAsync(work, anchors, stop));

    public void Dispose() => folder.Delete(recursive: true);
}
