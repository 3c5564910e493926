using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;
using Gatehouse.Testing.Recordings;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.Nextcloud.Tests;

/// <summary>A test with a recorded cloud, a transport and a clock of its own.</summary>
public abstract class CloudTest : IAsyncLifetime
{
    private protected RecordedCloud Cloud { get; private set; } = null!;

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    private protected NextcloudTransport Transport { get; private set; } = null!;

    private protected NextcloudAccount Alice => Accounts.Of(Cloud, "alice");

    private protected NextcloudAccount Bob => Accounts.Of(Cloud, "bob");

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Cloud = await RecordedCloud.StartAsync(cancellationToken: Token);
        Transport = new NextcloudTransport(Options, Time, NullLogger<NextcloudTransport>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        Transport.Dispose();
        await Cloud.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected virtual NextcloudTransportOptions Options { get; } = new();

    /// <summary>The error a call ends with.</summary>
    private protected static async Task<NextcloudError> ErrorOf(Func<Task> call) =>
        (await Assert.ThrowsAsync<NextcloudException>(call)).Error;
}
