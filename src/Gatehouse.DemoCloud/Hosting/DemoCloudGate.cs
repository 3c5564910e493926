namespace Gatehouse.DemoCloud.Hosting;

/// <summary>Holds one request. Await <see cref="ReachedAsync"/> to know that it came, then <see cref="Open"/> to let it go on.</summary>
public sealed class DemoCloudGate
{
    private readonly Func<DemoCloudRequest, bool> match;
    private readonly TaskCompletionSource<DemoCloudRequest> reached = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal DemoCloudGate(Func<DemoCloudRequest, bool> match) => this.match = match;

    /// <summary>Ends when the request stands at the gate.</summary>
    public Task<DemoCloudRequest> ReachedAsync(CancellationToken cancellationToken) =>
        reached.Task.WaitAsync(cancellationToken);

    /// <summary>Lets the request (and a later one) pass.</summary>
    public void Open() => opened.TrySetResult();

    internal bool Matches(DemoCloudRequest request) => match(request);

    internal Task PassAsync(DemoCloudRequest request, CancellationToken cancellationToken)
    {
        _ = reached.TrySetResult(request);
        return opened.Task.WaitAsync(cancellationToken);
    }
}
