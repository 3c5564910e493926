using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Apps;

/// <summary>What an app is made with.</summary>
/// <param name="People">All accounts.</param>
/// <param name="Time">The clock.</param>
/// <param name="Faults">The switches of the tests.</param>
/// <param name="Announcement">The address the cloud says it has.</param>
/// <param name="Stores">Keeps what apps remember.</param>
/// <param name="SampleData">Whether a new cloud begins with sample data.</param>
internal sealed record DemoAppContext(
    PersonDirectory People,
    TimeProvider Time,
    DemoCloudFaults Faults,
    Announcement Announcement,
    AppStores Stores,
    bool SampleData
);
