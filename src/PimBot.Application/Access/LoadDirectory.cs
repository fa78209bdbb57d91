using System.Globalization;
using PimBot.Application.Work;
using PimBot.Domain.Audit;

namespace PimBot.Application.Access;

/// <summary>Fills an empty store from a directory file. What is in the store already is never touched: from the first load on, the store is the truth.</summary>
public static class LoadDirectory
{
    /// <summary>Where what a directory file says comes from.</summary>
    public static readonly AuditOrigin File = new(FileSource, null);

    private const string FileSource = "policy-file";

    /// <summary>One run of a command that applies a directory file.</summary>
    public static AuditOrigin FileOf(string run) => new(FileSource, run);

    /// <summary>Loads unless the store has a directory, and records how much of each in the audit.</summary>
    /// <returns>Whether it was loaded.</returns>
    public static async Task<bool> RunAsync(
        IPimUnitOfWork work,
        DirectoryContents contents,
        CancellationToken cancellation
    )
    {
        if (!await work.Directory.IsEmptyAsync(cancellation))
        {
            return false;
        }

        await work.Directory.LoadAsync(contents, cancellation);
        work.Audit.Append(new AuditEvent { Action = AuditAction.DirectoryLoaded, Detail = Counts(contents) });
        return true;
    }

    private static string Counts(DirectoryContents contents) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"people={contents.People.Count},groups={contents.Groups.Count},scopes={contents.Scopes.Count},"
                + $"roles={contents.Roles.Count},policies={contents.Policies.Count},"
                + $"assignments={contents.Assignments.Count},reviews={contents.Reviews.Count},alerts={contents.Alerts.Count}"
        );
}
