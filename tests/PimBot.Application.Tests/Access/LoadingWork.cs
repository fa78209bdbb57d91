using System.Reflection;
using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Alerts;
using PimBot.Application.Audit;
using PimBot.Application.Conversations;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Domain.Audit;

namespace PimBot.Application.Tests.Access;

/// <summary>A unit of work for the load alone: whatever else is touched throws.</summary>
internal sealed class LoadingWork : IPimUnitOfWork
{
    public LoadingWork(bool isEmpty)
    {
        Directory = Only<IDirectory>(
            (nameof(IDirectory.IsEmptyAsync), _ => Task.FromResult(isEmpty)),
            (nameof(IDirectory.LoadAsync), arguments => Keep((DirectoryContents)arguments[0]!))
        );
        Audit = Only<IAuditTrail>((nameof(IAuditTrail.Append), arguments => Record((AuditEvent)arguments[0]!)));
    }

    public List<DirectoryContents> Loaded { get; } = [];

    public List<AuditEvent> Recorded { get; } = [];

    public DateTimeOffset Now => DirectorySample.Now;

    public IDirectory Directory { get; }

    public IAuditTrail Audit { get; }

    public IAuditSearch AuditSearch => throw new NotSupportedException();

    public IAccessHistory History => throw new NotSupportedException();

    public IAssignments Assignments => throw new NotSupportedException();

    public IAssignmentRequests AssignmentRequests => throw new NotSupportedException();

    public IAdministration Administration => throw new NotSupportedException();

    public IActivationRequests Requests => throw new NotSupportedException();

    public IAlerts Alerts => throw new NotSupportedException();

    public IAlertFacts AlertFacts => throw new NotSupportedException();

    public IGrants Grants => throw new NotSupportedException();

    public IAuditOutlets AuditOutlets => throw new NotSupportedException();

    public IAccessReviews Reviews => throw new NotSupportedException();

    public IReviewItems ReviewItems => throw new NotSupportedException();

    public IOutbox Outbox => throw new NotSupportedException();

    public IBotStorage Bot => throw new NotSupportedException();

    private Task Keep(DirectoryContents contents)
    {
        Loaded.Add(contents);
        return Task.CompletedTask;
    }

    private object? Record(AuditEvent happened)
    {
        Recorded.Add(happened);
        return null;
    }

    private static T Only<T>(params (string Member, Func<object?[], object?> Answer)[] members)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, Answers>();
        ((Answers)(object)proxy).Members = members.ToDictionary(m => m.Member, m => m.Answer);
        return proxy;
    }

    // DispatchProxy derives from it.
#pragma warning disable CA1852, MA0053
    internal class Answers : DispatchProxy
    {
        internal Dictionary<string, Func<object?[], object?>> Members { get; set; } = [];

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            Members.TryGetValue(targetMethod!.Name, out var answer)
                ? answer(args!)
                : throw new NotSupportedException(targetMethod.Name);
    }
#pragma warning restore CA1852, MA0053
}
