using Gatehouse.DemoCloud.Hosting;

namespace Gatehouse.DemoCloud.Tests.Hosting;

/// <summary>A demo cloud of its own for each test, and clients of its people.</summary>
public abstract class DemoCloudTest : IAsyncLifetime
{
    private readonly List<CloudClient> clients = [];

    private protected DemoCloudServer Cloud { get; private set; } = null!;

    private protected CloudClient Alice { get; private set; } = null!;

    private protected CloudClient Bob { get; private set; } = null!;

    /// <summary>With sample data, if a test says nothing else.</summary>
    private protected virtual DemoCloudOptions Options() => new();

    public virtual async ValueTask InitializeAsync()
    {
        Cloud = await DemoCloudServer.StartAsync(Options(), TestContext.Current.CancellationToken);
        Alice = ClientOf("alice");
        Bob = ClientOf("bob");
    }

    public virtual async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await Cloud.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A client of somebody whose password is their name; of nobody without a name.</summary>
    private protected CloudClient ClientOf(string person = "")
    {
        var client = new CloudClient(Cloud.Address, person, person);
        clients.Add(client);
        return client;
    }
}
