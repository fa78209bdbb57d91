using PimBot.Application.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Tests.Access;

public sealed class LoadDirectoryTests
{
    [Fact]
    public async Task An_empty_store_is_filled_and_the_audit_says_with_how_much()
    {
        var work = new LoadingWork(isEmpty: true);
        var contents = DirectorySample.Read(DirectorySample.Json).Contents!;

        Assert.True(await LoadDirectory.RunAsync(work, contents, TestContext.Current.CancellationToken));

        Assert.Same(contents, Assert.Single(work.Loaded));
        Assert.Equal(
            new AuditEvent
            {
                Action = AuditAction.DirectoryLoaded,
                Detail = "people=3,groups=1,scopes=4,roles=4,policies=3,assignments=3,reviews=0,alerts=0",
            },
            Assert.Single(work.Recorded)
        );
    }

    [Fact]
    public async Task A_store_with_a_directory_is_left_alone()
    {
        var work = new LoadingWork(isEmpty: false);
        var contents = DirectorySample.Read(DirectorySample.Json).Contents!;

        Assert.False(await LoadDirectory.RunAsync(work, contents, TestContext.Current.CancellationToken));

        Assert.Empty(work.Loaded);
        Assert.Empty(work.Recorded);
    }
}
