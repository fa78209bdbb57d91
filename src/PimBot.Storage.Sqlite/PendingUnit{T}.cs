using PimBot.Storage.Work;

namespace PimBot.Storage.Sqlite;

internal sealed class PendingUnit<T> : PendingUnit
{
    private readonly Func<PimUnitOfWork, CancellationToken, Task<T>> work;
    private readonly UnitNesting nesting;
    private readonly ExecutionContext? context = ExecutionContext.Capture();
    private readonly CancellationTokenRegistration registration;

    // Callers must not continue on the writer's loop.
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int taken;
    private T result = default!;
    private Exception? failure;

    public PendingUnit(
        Func<PimUnitOfWork, CancellationToken, Task<T>> work,
        UnitNesting nesting,
        CancellationToken cancellation
    )
    {
        (this.work, this.nesting, Cancellation) = (work, nesting, cancellation);
        registration = cancellation.UnsafeRegister(static unit => ((PendingUnit<T>)unit!).GiveUp(), this);
    }

    public Task<T> Task => answer.Task;

    public override CancellationToken Cancellation { get; }

    public override bool TryStart()
    {
        var mine = Interlocked.Exchange(ref taken, 1) == 0;
        registration.Unregister();
        return mine;
    }

    public override Task RunAsync(PimUnitOfWork unit)
    {
        failure = null;
        if (context is null)
        {
            return InvokeAsync(unit);
        }

        var running = System.Threading.Tasks.Task.CompletedTask;
        ExecutionContext.Run(context, _ => running = InvokeAsync(unit), state: null);
        return running;
    }

    public override void Fail(Exception failure) => this.failure = failure;

    public override void Answer()
    {
        if (failure is null)
        {
            answer.TrySetResult(result);
        }
        else
        {
            AnswerWith(failure);
        }
    }

    public override void AnswerWith(Exception failure)
    {
        if (failure is OperationCanceledException && Cancellation.IsCancellationRequested)
        {
            answer.TrySetCanceled(Cancellation);
        }
        else
        {
            answer.TrySetException(failure);
        }
    }

    private async Task InvokeAsync(PimUnitOfWork unit)
    {
        nesting.Enter();
        result = await work(unit, Cancellation);
    }

    private void GiveUp()
    {
        if (Interlocked.Exchange(ref taken, 1) == 0)
        {
            answer.TrySetCanceled(Cancellation);
        }
    }
}
