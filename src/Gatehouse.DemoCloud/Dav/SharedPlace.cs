using Gatehouse.DemoCloud.Sharing;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>What others share with the caller: done in its owner's home, as far as the share allows.</summary>
internal static class SharedPlace
{
    /// <summary>Where the path really is, when that is in another home.</summary>
    public static Located? Of(DavRequest request) =>
        request.Apps.Shares.Locate(request.Me, request.Path) is { Mount: not null } shared ? shared : null;

    public static async Task<DavError?> HandleAsync(
        DavRequest request,
        Located shared,
        string method,
        Func<DavRequest, string, Task<DavError?>> inHomeAsync
    )
    {
        if (method == "DELETE" && shared.IsMount)
        {
            return await LeaveAsync(request, shared.Mount!);
        }

        var inside = InHome(request, shared);
        return shared.Allows(RightFor(method, inside)) ? await inHomeAsync(inside, method) : DavError.Forbidden("");
    }

    /// <summary>The same request at the owner's home.</summary>
    public static DavRequest InHome(DavRequest request, Located place) =>
        request with
        {
            Me = place.Owner,
            Place = place.Mount is { } mount
                ? new DavPlace(DavPlaceKind.OwnHome, request.Place.Root + mount.Path, place.Owner.Id, place.Path)
                {
                    Base = mount.Root.Path,
                }
                : request.Place,
        };

    /// <summary>Deleting what somebody else shares takes it out of the caller's home only.</summary>
    private static async Task<DavError?> LeaveAsync(DavRequest request, Mount mount)
    {
        if (Preconditions.Check(request.Headers, mount.Root) is { } unmet)
        {
            return unmet;
        }

        await request.Apps.Shares.LeaveAsync(request.Me, mount, request.Aborted);
        await request.Context.Response.DoneAsync(created: false);
        return null;
    }

    private static int RightFor(string method, DavRequest inside) =>
        method switch
        {
            "PUT" when inside.Tree.Find(inside.Path) is not null => ShareRights.Update,
            "PUT" or "MKCOL" => ShareRights.Create,
            "DELETE" => ShareRights.Delete,
            "PROPPATCH" => ShareRights.Update,
            _ => ShareRights.Read,
        };
}
