using System.Globalization;
using System.Text;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Objects;

/// <summary>GET, PUT and DELETE of one object in a collection of a home.</summary>
internal sealed class ObjectResources(ObjectStore store, IObjectFormat format, TimeProvider time)
{
    private const long MaxBytes = 10 * 1024 * 1024;

    public async Task<DavError?> GetAsync(DavCall call, string uri, string name, OpenedCollection? opened)
    {
        if (opened is null)
        {
            return format.NoCollection(uri, isForeign: false);
        }

        if (opened.Collection.Find(name) is not { } item)
        {
            return format.NotFound;
        }

        var headers = call.Response.Headers;
        Tell(call.Response, item);
        if (Answers.Names(call.Headers.IfNoneMatch, item.ETag))
        {
            call.Response.StatusCode = StatusCodes.Status304NotModified;
            return null;
        }

        headers.LastModified = DateTimeOffset
            .FromUnixTimeSeconds(item.Modified)
            .ToString("R", CultureInfo.InvariantCulture);
        Attach(call.Response, item);
        await call.Response.TextAsync(StatusCodes.Status200OK, format.ContentTypeOf(item), item.Data);
        return null;
    }

    public async Task<DavError?> PutAsync(DavCall call, string uri, string name, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        if (!await BoundedCopy.RunAsync(call.Context.Request.Body, bytes, MaxBytes, cancellationToken))
        {
            return DavError.Of(413, "RequestEntityTooLarge", "The object is too large");
        }

        var text = Encoding.UTF8.GetString(bytes.ToArray());
        var stored = await store.ChangeAsync(state => Put(state, call, uri, name, text), cancellationToken);
        if (stored.Error is not null)
        {
            return stored.Error;
        }

        if (stored.Warning is not null)
        {
            call.Response.Headers["X-Sabre-Ew-Gross"] = stored.Warning;
        }

        if (stored.IsAsSent)
        {
            Tell(call.Response, stored.Item!);
        }

        await call.Response.DoneAsync(stored.Created);
        return null;
    }

    public async Task<DavError?> DeleteAsync(DavCall call, string uri, string name, CancellationToken cancellationToken)
    {
        var error = await store.ChangeAsync(state => Delete(state, call, uri, name), cancellationToken);
        if (error is null)
        {
            await call.Response.DoneAsync(created: false);
        }

        return error;
    }

    public static void Tell(HttpResponse response, StoredObject item)
    {
        response.Headers.ETag = $"\"{item.ETag}\"";
        response.Headers["OC-ETag"] = $"\"{item.ETag}\"";
    }

    public static void Attach(HttpResponse response, StoredObject item)
    {
        var name = Uri.EscapeDataString(item.Name);
        response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{name}; filename=\"{name}\"";
    }

    private Step<Stored> Put(ObjectsState state, DavCall call, string uri, string name, string text)
    {
        if (state.Open(call.Me.Id, uri) is not { Collection.Deleted: null } opened)
        {
            return new(null, Stored.Not(DavError.NotFound($"Node with name '{uri}' could not be found")));
        }

        var collection = opened.Collection;
        var before = collection.Find(name);
        if (Preconditions.Check(call.Headers, before?.ETag) is { } unmet)
        {
            return new(null, Stored.Not(unmet));
        }

        if (!opened.MayWrite)
        {
            return new(null, Stored.Not(NoPrivilege(call)));
        }

        var (draft, error) = format.Read(text, collection);
        if (draft is null)
        {
            return new(null, Stored.Not(error!));
        }

        if (collection.Objects.Any(one => one.Uid == draft.Uid && one.Name != name))
        {
            return new(null, Stored.Not(format.Duplicate));
        }

        var numbered = state;
        var id = before?.Id ?? 0;
        if (before is null)
        {
            numbered = state.Numbered(out id);
        }

        var item = Make(id, name, draft);
        var changed = collection.With(item);
        var next = format.Follow(numbered.With(changed), changed, before, item);
        var now = next.Find(collection.Owner, collection.Uri)!.Find(name)!;
        return new(next, new Stored(null, now, before is null, now.Data == text, draft.Warning));
    }

    public StoredObject Make(long id, string name, ObjectDraft draft) =>
        new(
            id,
            name,
            draft.Uid,
            draft.Kind,
            draft.Data,
            Answers.ETagOf(draft.Data),
            time.GetUtcNow().ToUnixTimeSeconds()
        );

    private Step<DavError?> Delete(ObjectsState state, DavCall call, string uri, string name)
    {
        if (state.Open(call.Me.Id, uri) is not { } opened)
        {
            return new(null, format.NoCollection(uri, isForeign: false));
        }

        if (opened.Collection.Find(name) is not { } item)
        {
            return new(null, format.NotFound);
        }

        if (Preconditions.Check(call.Headers, item.ETag) is { } unmet)
        {
            return new(null, unmet);
        }

        if (!opened.MayWrite)
        {
            return new(null, NoPrivilege(call));
        }

        var toTrash = format.HasTrash && call.Headers["X-NC-CalDAV-No-Trashbin"].Count == 0;
        var collection = toTrash
            ? opened.Collection.With(item with { Deleted = time.GetUtcNow().ToUnixTimeSeconds() })
            : opened.Collection.Without(item);
        return new(format.Follow(state.With(collection), collection, item, after: null), null);
    }

    public static DavError NoPrivilege(DavCall call) =>
        new(
            403,
            "Sabre\\DAVACL\\Exception\\NeedPrivileges",
            $"User did not have the required privileges ({{DAV:}}write-content) for path \"{call.Context.Request.Path.Value!["/remote.php/dav/".Length..]}\""
        );
}
