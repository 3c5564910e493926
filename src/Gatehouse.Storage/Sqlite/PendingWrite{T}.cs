using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Storage.Sqlite;

/// <inheritdoc/>
internal sealed class PendingWrite<T> : PendingWrite
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<SqliteSession, T> work;
    private readonly CancellationTokenRegistration cancellation;
    private T? result;

    public PendingWrite(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        this.work = work;
        cancellation = cancellationToken.UnsafeRegister(
            static (write, token) => ((PendingWrite<T>)write!).completion.TrySetCanceled(token),
            this
        );
    }

    [SuppressMessage(
        "Usage",
        "VSTHRD003:Avoid awaiting foreign Tasks",
        Justification = "The writer's thread completes it and never waits for a caller."
    )]
    public Task<T> Task => completion.Task;

    protected override bool IsAbandoned => completion.Task.IsCanceled;

    public override void Fail(Exception exception)
    {
        cancellation.Unregister();
        completion.TrySetException(exception);
    }

    protected override void Work(SqliteSession session) => result = work(session);

    protected override void Succeed()
    {
        cancellation.Unregister();
        completion.TrySetResult(result!);
    }
}
