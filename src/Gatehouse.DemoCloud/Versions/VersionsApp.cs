using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Sharing;

namespace Gatehouse.DemoCloud.Versions;

/// <summary>What files were before, without a page of its own.</summary>
internal sealed class VersionsApp(Shares shares) : IDemoApp, IDemoDav
{
    public string Id => "files_versions";

    public string? Name => null;

    public IEnumerable<IDavCollection> Collections => [new VersionsCollection(shares)];

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (capabilities["files"] is JsonObject files)
        {
            files["versioning"] = true;
            files["version_labeling"] = true;
            files["version_deletion"] = true;
        }
    }

    public void Map(IEndpointRouteBuilder routes) { }
}
