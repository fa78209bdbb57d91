using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PimBot.Application.Audit;
using PimBot.Domain.Audit;

namespace PimBot.Audit.Commands;

/// <summary>What a verification found, for people and for machines.</summary>
internal static class AuditReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Json(AuditVerification found) => JsonSerializer.Serialize(found, Options);

    public static IEnumerable<string> Lines(AuditVerification found, AuditArguments asked)
    {
        var isExport = asked.Export is not null;
        yield return found.Last is { } last
            ? Text(
                $"{Count(found.Entries, "entry", "entries")}, {found.First} to {last.Sequence}, of store {found.Store ?? "(unknown)"}."
            )
            : Text($"{Count(found.Entries, "entry", "entries")} of store {found.Store ?? "(unknown)"}.");
        if (found.Checkpoint is { } checkpoint)
        {
            yield return Text(
                $"Retention of {checkpoint.KeptDays} days deleted the entries up to {checkpoint.Sequence} on {checkpoint.At:u}."
            );
        }

        yield return (found.Anchors, isExport) switch
        {
            _ when found.IsUnanchored => "None of the anchors is of this store.",
            (0, true) => "No anchors of it: if it was cut off or rewritten to its very end, that can’t be seen.",
            (0, false) => "No anchors of it: if it was rewritten to its very end, that can’t be seen.",
            _ => Text($"{Count(found.Anchors, "anchor", "anchors")}, of which {found.AnchorsMatched} fit."),
        };
        foreach (var note in found.Notes)
        {
            yield return note;
        }

        foreach (var fault in found.Faults)
        {
            yield return Sentence(fault, found, isExport);
        }

        if (found.FaultCount > found.Faults.Count)
        {
            yield return Text($"And {found.FaultCount - found.Faults.Count} more.");
        }

        if (isExport && found.Faults.Any(f => f.Kind is AuditFaultKind.Deleted or AuditFaultKind.BeginningForged))
        {
            yield return "Or these were left out, where the export is what a search found or what one person may see: then say --filtered.";
        }

        yield return Verdict(found, asked);
    }

    private static string Verdict(AuditVerification found, AuditArguments asked) =>
        found switch
        {
            { IsIntact: false } => Text($"NOT INTACT: {Count(found.FaultCount, "finding", "findings")}."),
            { IsUnanchored: true } =>
                "NOT VERIFIED: they are another store’s anchors, there are none yet, or the store’s name was changed to be rid of them.",
            { Entries: 0, Checkpoint: null, Anchors: 0 } =>
                "There is no entry, so there is nothing to verify. Without anchors it can’t be told whether there ever was one.",
            { Entries: 0, Checkpoint: null } => "There is no entry, and none was anchored: there is nothing to verify.",
            _ when asked.IsFiltered =>
                "What is in it is unchanged. What was left out of it can’t be told from what was deleted.",
            _ => "Intact.",
        };

    private static string Sentence(AuditFault fault, AuditVerification found, bool isExport) =>
        fault.Kind switch
        {
            AuditFaultKind.Changed => $"{Entries(fault)} changed.",
            AuditFaultKind.Deleted => $"{Entries(fault)} deleted.",
            AuditFaultKind.Moved when fault.Origin is { } original && !found.Faults.Any(f => Covers(f, original)) =>
                Text($"Entry {fault.From} was overwritten by a copy of entry {original}."),
            AuditFaultKind.Moved when fault.Origin is { } origin => Text(
                $"Entry {origin} was moved: it stands at {fault.From}."
            ),
            AuditFaultKind.Moved => Text($"Entry {fault.From} was moved: it stands at another place."),
            AuditFaultKind.Swapped => Text($"Entries {fault.From} and {fault.To} were swapped."),
            AuditFaultKind.Inserted => $"{Entries(fault)} inserted: the chain never had that there.",
            AuditFaultKind.CutOff => $"{Entries(fault)} cut off{Shown(fault)}."
                + (isExport ? " Or it was exported before that: then give the time by --until." : ""),
            AuditFaultKind.Rewritten => fault.AnchoredAt is { } at
                ? Text(
                    $"The chain was rewritten with hashes that fit, from entry {fault.From} on or later: entry {fault.To} is another than the one that was anchored ({at:u} shows it first)."
                )
                : Text(
                    $"The chain was rewritten with hashes that fit, from entry {fault.From} on or later: its end is another than the one that the store keeps beside it."
                ),
            AuditFaultKind.BeginningForged => $"{Entries(fault)} deleted, and no entry says that retention did it.",
            AuditFaultKind.EndForged =>
                "What the store keeps beside its entries, its name and the number and hash of the last one, was changed or deleted.",
            AuditFaultKind.AnchorsForeign =>
                "No line of the anchors has a seal that fits: Audit:Anchor:Key is not the one that they were made with, or the whole file was exchanged.",
            _ => Text(
                $"The anchors were tampered with at line {fault.From}: it was changed, lines before it were taken out, or it was made without the key."
            ),
        };

    private static bool Covers(AuditFault fault, long number) => fault.From <= number && number <= fault.To;

    private static string Shown(AuditFault fault) =>
        fault.AnchoredAt is { } at ? Text($": the last was anchored on {at:u}") : "";

    private static string Entries(AuditFault fault) =>
        fault.From == fault.To ? Text($"Entry {fault.From} was") : Text($"Entries {fault.From} to {fault.To} were");

    private static string Count(long count, string one, string many) => Text($"{count:N0} {(count == 1 ? one : many)}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
