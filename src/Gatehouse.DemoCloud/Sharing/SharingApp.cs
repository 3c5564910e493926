using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Activity;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>Sharing of files with people, groups, by mail and by public links.</summary>
internal sealed class SharingApp(Shares shares, ShareTargets targets, ActivityApp activity, DemoAppContext context)
    : IDemoApp,
        IDemoFileProperties
{
    private const string Says = """
        {"api_enabled":true,
         "public":{"enabled":true,"password":{"enforced":false,"askForOptionalPassword":false},"expire_date":{"enabled":false},
          "multiple_links":true,"expire_date_internal":{"enabled":false},"expire_date_remote":{"enabled":false},"send_mail":false,
          "upload":true,"upload_files_drop":true,"custom_tokens":false},
         "resharing":true,"user":{"send_mail":false,"expire_date":{"enabled":true}},
         "group_sharing":true,"group":{"enabled":true,"expire_date":{"enabled":true}},"default_permissions":31,
         "federation":{"outgoing":true,"incoming":true,"expire_date":{"enabled":true},"expire_date_supported":{"enabled":true}},
         "sharee":{"query_lookup_default":false,"always_show_unique":true},
         "sharebymail":{"enabled":true,"send_password_by_mail":true,"upload_files_drop":{"enabled":true},
          "password":{"enabled":true,"enforced":false},"expire_date":{"enabled":true,"enforced":false}}}
        """;

    public string Id => "files_sharing";

    public string? Name => null;

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (person is not null)
        {
            capabilities["files_sharing"] = JsonNode.Parse(Says);
        }
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        var news = new ShareNews(activity, context.People);
        var writing = new ShareWriting(shares, targets, news, context);
        new ShareEndpoints(shares, writing, news, new ShareJson(shares, targets, context)).Map(routes, Door);
        new ShareesEndpoints(shares, context.People).Map(routes, Door);
    }

    public object? Find(Person me, FileNode node, XName name)
    {
        if (name == DavNames.Oc + "share-types")
        {
            var kinds = SharedBy(me, node).Select(share => share.Kind).Distinct();
            return OrEmpty(kinds.Select(kind => new XElement(DavNames.Oc + "share-type", kind)));
        }

        if (name == DavNames.Nc + "sharees")
        {
            return OrEmpty(SharedBy(me, node).Where(share => share.With is not null).Select(Sharee));
        }

        return shares.Locate(me, node.Path).Mount is { } mount ? InMount(mount, node, name) : null;
    }

    private static object? InMount(Mount mount, FileNode node, XName name) =>
        name == DavNames.Oc + "owner-id" ? mount.Owner.Id
        : name == DavNames.Oc + "owner-display-name" ? mount.Owner.Account.DisplayName
        : name == DavNames.Nc + "mount-type" ? "shared"
        : name == DavNames.Oc + "permissions" ? Letters(mount, node)
        : name == DavNames.Ocs + "share-permissions" ? mount.Rights
        : null;

    /// <summary>S: shared by another; then, as far as the share allows: to share on, read, delete, rename and move, write, make files and folders.</summary>
    private static string Letters(Mount mount, FileNode node)
    {
        var isRoot = node.Path == mount.Path;
        return "S"
            + (mount.Allows(ShareRights.Share) ? "R" : "")
            + "G"
            + (isRoot || mount.Allows(ShareRights.Delete) ? "D" : "")
            + (isRoot || mount.Allows(ShareRights.Update) ? "NV" : "")
            + (!node.IsFolder && mount.Allows(ShareRights.Update) ? "W" : "")
            + (node.IsFolder && mount.Allows(ShareRights.Create) ? "CK" : "");
    }

    private IEnumerable<Share> SharedBy(Person me, FileNode node) =>
        shares.All.Where(share => share.FileId == node.Id && (share.Owner == me.Id || share.FileOwner == me.Id));

    private XElement Sharee(Share share) =>
        new(
            DavNames.Nc + "sharee",
            new XElement(DavNames.Nc + "id", share.With),
            new XElement(
                DavNames.Nc + "display-name",
                context.People.Find(share.With!)?.Account.DisplayName ?? share.With
            ),
            new XElement(DavNames.Nc + "type", share.Kind)
        );

    private static object OrEmpty(IEnumerable<XElement> elements) =>
        elements.ToList() is { Count: > 0 } some ? some : "";

    private RequestDelegate Door(Func<HttpContext, Person, Task> route) => OcsGuard.ForApp(context.Faults, Id, route);
}
