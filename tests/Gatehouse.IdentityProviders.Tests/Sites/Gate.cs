namespace Gatehouse.IdentityProviders.Tests.Sites;

/// <summary>Holds requests at a door: says when one has come, and lets them through when a test wants it.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Arrived => arrived.Task;

    public Task PassAsync(CancellationToken cancellationToken)
    {
        arrived.TrySetResult();
        return open.Task.WaitAsync(cancellationToken);
    }

    public void Open() => open.TrySetResult();
}
