using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Trash;

/// <summary>The trash bin of the files, without a page of its own.</summary>
internal sealed class TrashbinApp : IDemoApp, IDemoDav
{
    public string Id => "files_trashbin";

    public string? Name => null;

    public IEnumerable<IDavCollection> Collections => [new TrashCollection()];

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (capabilities["files"] is JsonObject files)
        {
            files["undelete"] = true;
            files["delete_from_trash"] = true;
        }
    }

    public void Map(IEndpointRouteBuilder routes) { }
}
