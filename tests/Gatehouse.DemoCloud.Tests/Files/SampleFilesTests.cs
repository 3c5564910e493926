using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;

namespace Gatehouse.DemoCloud.Tests.Files;

public sealed class SampleFilesTests
{
    private const string Offer = "/remote.php/dav/files/alice/Documents/Workshop/Offers/Offer%20Weber.md";

    [Fact]
    public async Task A_new_cloud_has_something_to_restore()
    {
        await using var cloud = await DemoCloudServer.StartAsync(new(), TestContext.Current.CancellationToken);
        using var alice = new CloudClient(cloud.Address, "alice", "alice");
        var deleted = Assert.Single(await alice.NamesAsync("/remote.php/dav/trashbin/alice/trash"));
        await alice.TextAsync("PUT", Offer, "ordered");
        using var written = await alice.SendAsync("PUT", Offer, new StringContent("paid"));
        var file = written.Headers.GetValues("OC-FileId").Single()[..8];

        var versions = await alice.NamesAsync("/remote.php/dav/versions/alice/versions/" + file);

        Assert.StartsWith("Price list 2025.csv.d", deleted, StringComparison.Ordinal);
        var first = await alice.TextAsync("GET", $"/remote.php/dav/versions/alice/versions/{file}/{versions[0]}");
        Assert.Contains("table top, ash", first, StringComparison.Ordinal);
    }
}
