using PimBot.Access.Commands;
using PimBot.Application.Audit;
using PimBot.Domain.Audit;

namespace PimBot.Audit.Commands;

/// <summary><c>PimBot audit …</c></summary>
internal static class AuditCommands
{
    public const string Word = "audit";
    public const int Intact = 0;
    public const int Failed = 1;
    public const int Tampered = 2;

    private const string FileKey = "Audit:Anchor:File";
    private const string KeyKey = "Audit:Anchor:Key";

    public static async Task<int> RunAsync(string[] args, PolicyConsole console)
    {
        if (AuditArguments.Parse(args, out var fault) is not { } arguments)
        {
            await console.Error.WriteLineAsync($"{fault}\n\n{AuditUsage.Text}");
            return Failed;
        }

        return await PolicyCommands.RunAsync(
            arguments.Settings,
            console,
            settings => VerifyAsync(arguments, settings, console, CancellationToken.None)
        );
    }

    private static async Task<int> VerifyAsync(
        AuditArguments arguments,
        WebApplicationBuilder settings,
        PolicyConsole console,
        CancellationToken cancellation
    )
    {
        // Before the entries: what is anchored meanwhile would seem to be missing.
        var anchors = await AnchorsAsync(arguments, settings.Configuration, cancellation);
        var found = arguments.Export is { } export
            ? await OfExportAsync(export, anchors, arguments.IsFiltered, cancellation)
            : await OfStoreAsync(settings, anchors, cancellation);
        found = found with
        {
            IsUnanchored = !ReferenceEquals(anchors, AnchorLines.None) && found is { Entries: > 0, Anchors: 0 },
            FaultCount = found.FaultCount + anchors.Faults.Count,
            Faults = [.. found.Faults, .. anchors.Faults],
            Notes =
            [
                .. found.Notes,
                .. anchors.Unreadable.Select(line => $"Line {line} of the anchors is none; a crash may have left it."),
            ],
        };
        await console.Out.WriteLineAsync(
            arguments.Json ? AuditReport.Json(found) : string.Join('\n', AuditReport.Lines(found, arguments))
        );
        return !found.IsIntact ? Tampered
            : found.IsUnanchored ? Failed
            : Intact;
    }

    private static async Task<AuditVerification> OfStoreAsync(
        WebApplicationBuilder settings,
        AnchorLines anchors,
        CancellationToken cancellation
    )
    {
        await using var store = await PolicyStore.OpenAsync(settings, cancellation);
        return await store.Store.ReadAsync(
            (work, stop) => VerifyAudit.StoreAsync(work, anchors.Anchors, stop),
            cancellation
        );
    }

    private static async Task<AuditVerification> OfExportAsync(
        string path,
        AnchorLines anchors,
        bool hasGaps,
        CancellationToken cancellation
    )
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return await VerifyAudit.ExportAsync(file, anchors.Anchors, hasGaps, cancellation);
        }
        catch (InvalidDataException nothing)
        {
            throw new PolicyException($"{path} can't be verified: {nothing.Message}", nothing);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PolicyException($"{path} can't be read: {failure.Message}", failure);
        }
    }

    private static async Task<AnchorLines> AnchorsAsync(
        AuditArguments arguments,
        IConfiguration configuration,
        CancellationToken cancellation
    )
    {
        var path = arguments.Anchors ?? (arguments.Export is null ? configuration[FileKey] : null);
        if (string.IsNullOrEmpty(path))
        {
            return AnchorLines.None;
        }

        try
        {
            var key = configuration[KeyKey] is { Length: > 0 } secret ? secret : null;
            var lines = File.ReadLinesAsync(path, cancellation);
            var read = await AnchorLines.ReadAsync(lines, key, arguments.Until, cancellation);
            return read.FitNowhere && key is null
                ? throw new PolicyException(
                    $"None of the anchors in {path} has a seal that fits without a key: set {KeyKey} as the bot has it."
                )
                : read;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var from = arguments.Anchors is null ? $" ({FileKey})" : "";
            throw new PolicyException($"The anchors{from} can't be read: {failure.Message}", failure);
        }
    }
}
