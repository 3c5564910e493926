using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Sharing;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Tags;

/// <summary>System tags: everybody sees and assigns them; only an administrator could delete one, and the demo has none.</summary>
internal sealed class TagsApp(AppStore<TagsState> store, Shares shares) : IDemoApp, IDemoDav, IDemoFileProperties
{
    public string Id => "systemtags";

    public string? Name => null;

    public IEnumerable<IDavCollection> Collections => [new TagsCollection(store), new TagRelations(store, shares)];

    public static async Task<TagsApp> LoadAsync(
        DemoAppContext context,
        Shares shares,
        CancellationToken cancellationToken
    )
    {
        var store = await context.Stores.OpenAsync(
            "systemtags",
            TagsStoreJson.Default.TagsState,
            () => context.SampleData ? TagSamples.Company(context.People) : TagsState.Empty,
            cancellationToken
        );
        return new TagsApp(store, shares);
    }

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (person is not null)
        {
            capabilities["systemtags"] = new JsonObject { ["enabled"] = true };
        }
    }

    public void Map(IEndpointRouteBuilder routes) { }

    public bool Exists(string tag) => store.Current.Find(tag) is not null;

    public bool IsOn(string tag, long fileId) =>
        store.Current.Find(tag) is { } found && store.Current.Files.Contains(new TaggedFile(fileId, found.Id));

    public object? Find(Person me, FileNode node, XName name)
    {
        if (name != DavNames.Nc + "system-tags")
        {
            return null;
        }

        var tags = store.Current.Of(node.Id).Select(Element).ToList();
        return tags.Count > 0 ? tags : "";
    }

    private static XElement Element(SystemTag tag) =>
        new(
            DavNames.Nc + "system-tag",
            new XAttribute(DavNames.Oc + "id", tag.Id),
            new XAttribute(DavNames.Oc + "can-assign", "true"),
            new XAttribute(DavNames.Oc + "user-assignable", "true"),
            new XAttribute(DavNames.Oc + "user-visible", "true"),
            new XAttribute(DavNames.Nc + "color", tag.Color),
            tag.Name
        );
}
