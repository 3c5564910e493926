using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>A request to the caller's own home.</summary>
internal sealed record DavRequest(
    HttpContext Context,
    Person Me,
    DavPlace Place,
    Instance Instance,
    DemoCloudFaults Faults,
    DemoApps Apps
)
{
    public Home Home => Me.Home;

    public FileTree Tree => Home.Tree;

    /// <summary>All that the caller sees: <see cref="Tree"/>, and what others share with them.</summary>
    public FileTree View => Apps.Shares.ViewOf(Me);

    public FilePath Path => Place.Path;

    public IHeaderDictionary Headers => Context.Request.Headers;

    public CancellationToken Aborted => Context.RequestAborted;

    public bool IsLocked => Faults.IsLocked(Me.Id, Path.Value);

    public void TellFeatures()
    {
        var headers = Context.Response.Headers;
        headers["DAV"] = Place.Root.EndsWith("/webdav", StringComparison.Ordinal)
            ? DavFeatures.Legacy
            : DavFeatures.Common;
        headers.Vary = "Brief,Prefer";
    }

    public string OcFileId(FileNode node) =>
        node.Id.ToString("D8", System.Globalization.CultureInfo.InvariantCulture) + Instance.Id;

    /// <summary>The first part of the path that is missing is what sabre names, with its folder's slash doubled at the root.</summary>
    public DavError NotFound(bool wholePath = false)
    {
        var view = View;
        var missing = Path;
        foreach (var folder in Path.Ancestors)
        {
            missing = view.Find(folder) is null && !wholePath ? folder : missing;
        }

        return DavError.NotFound($"File with name {missing.Parent}/{missing.Name} could not be located");
    }
}
