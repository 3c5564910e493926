using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Tags;

/// <summary><c>/remote.php/dav/systemtags/</c>: all tags; a POST makes one.</summary>
internal sealed class TagsCollection(AppStore<TagsState> store) : IDavCollection
{
    private const int MaxName = 64;

    public string Segment => "systemtags";

    public string Features => DavFeatures.Common;

    public async Task<DavError?> HandleAsync(DavCall call, CancellationToken cancellationToken)
    {
        if (call.Method == "PROPFIND")
        {
            call.TellFeatures(this);
        }

        return (call.Method, call.Names) switch
        {
            ("POST", []) => await CreateAsync(call, cancellationToken),
            ("PROPFIND", []) => await ListAsync(call),
            (_, [var id]) when store.Current.Find(id) is { } tag => await AtTagAsync(call, tag, cancellationToken),
            (_, [var id, ..]) => DavError.NotFound($"Tag with id {id} not found"),
            _ => DavAnswers.Unhandled(call.Method),
        };
    }

    private async Task<DavError?> AtTagAsync(DavCall call, SystemTag tag, CancellationToken cancellationToken) =>
        call.Method switch
        {
            "PROPFIND" => await TellAsync(call, tag),
            "PROPPATCH" => await RenameAsync(call, tag, cancellationToken),
            "DELETE" => DavError.Forbidden($"No permission to delete tag {tag.Id}"),
            _ => DavAnswers.Unhandled(call.Method),
        };

    private async Task<DavError?> CreateAsync(DavCall call, CancellationToken cancellationToken)
    {
        var body = await call.Context.JsonBodyAsync();
        var name = body?["name"]?.ToString().Trim() ?? "";
        if (name.Length is 0 or > MaxName)
        {
            return DavError.BadRequest(name.Length == 0 ? "Missing \"name\" attribute" : "Tag name is too long");
        }

        if (!Says(body, "userVisible") || !Says(body, "userAssignable"))
        {
            return DavError.BadRequest("Not sufficient permissions");
        }

        var made = await store.ChangeAsync<long?>(
            state => state.All.Exists(tag => tag.Name == name) ? (null, null) : (state.With(name), state.Next),
            cancellationToken
        );
        if (made is null)
        {
            return DavError.Conflict("Tag already exists");
        }

        call.Response.Headers.ContentLocation = $"{call.Root}/{made}";
        await call.Response.EmptyAsync(StatusCodes.Status201Created);
        return null;
    }

    private async Task<DavError?> ListAsync(DavCall call)
    {
        var (body, error) = await DavXml.ReadAsync(call.Context.Request);
        if (error is not null)
        {
            return error;
        }

        var names = DavXml.PropNames(body);
        var tags = call.Headers["Depth"] == "0" ? [] : store.Current.All;
        await DavXml.MultistatusAsync(
            call.Response,
            tags.Select(tag => TagProperties.Response(DavHref.Encode($"{call.Root}/{tag.Id}/"), tag, names))
                .Prepend(TagProperties.Holder(DavHref.Encode(call.Root + "/"), names))
        );
        return null;
    }

    private static async Task<DavError?> TellAsync(DavCall call, SystemTag tag)
    {
        var (body, error) = await DavXml.ReadAsync(call.Context.Request);
        if (error is null)
        {
            var href = DavHref.Encode($"{call.Root}/{tag.Id}");
            await DavXml.MultistatusAsync(call.Response, [TagProperties.Response(href, tag, DavXml.PropNames(body))]);
        }

        return error;
    }

    private async Task<DavError?> RenameAsync(DavCall call, SystemTag tag, CancellationToken cancellationToken)
    {
        var (body, error) = await DavXml.ReadAsync(call.Context.Request);
        if (error is not null)
        {
            return error;
        }

        var props = body?.Element(DavNames.D + "set")?.Element(DavNames.D + "prop")?.Elements().ToList() ?? [];
        var name = props.Find(prop => prop.Name == DavNames.Oc + "display-name")?.Value ?? tag.Name;
        var color = props.Find(prop => prop.Name == DavNames.Nc + "color")?.Value ?? tag.Color;
        var isDone = await store.ChangeAsync(
            state =>
                state.All.Exists(other => other.Id != tag.Id && other.Name == name)
                    ? (null, false)
                    : (
                        state with
                        {
                            All = state.All.ConvertAll(one =>
                                one.Id == tag.Id ? one with { Name = name, Color = color } : one
                            ),
                        },
                        true
                    ),
            cancellationToken
        );
        if (!isDone)
        {
            return DavError.Conflict("Tag with the properties already exists");
        }

        call.Response.Headers.Vary = "Brief,Prefer";
        var response = new XElement(
            DavNames.D + "response",
            new XElement(DavNames.D + "href", DavHref.Encode($"{call.Root}/{tag.Id}")),
            DavXml.PropStat(props.Select(prop => DavXml.Empty(prop.Name)), "200 OK")
        );
        await DavXml.MultistatusAsync(call.Response, [response]);
        return null;
    }

    /// <summary>Missing means yes; anything else needs an administrator.</summary>
    private static bool Says(JsonObject? body, string name) => body?[name]?.ToString() is not ("false" or "0");
}
