namespace PimBot.Application.Work;

/// <summary>
/// Tells this process's background work that something was just committed, so that it need not wait for its next look
/// at the database. A mere hint: nothing is lost when it is missed.
/// </summary>
public sealed class WorkSignal
{
    private readonly Lock gate = new();
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next <see cref="Wake"/>. Take it before looking for work, wait for it after.</summary>
    public Task Next
    {
        get
        {
            lock (gate)
            {
                return next.Task;
            }
        }
    }

    public void Wake()
    {
        lock (gate)
        {
            next.TrySetResult();
            next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
