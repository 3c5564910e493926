using Gatehouse.DemoCloud.Dav;

namespace Gatehouse.DemoCloud.Objects;

/// <summary>MOVE of an object into another collection of the same home, or to another name.</summary>
internal sealed class ObjectMove(ObjectStore store, IObjectFormat format)
{
    public async Task<DavError?> HandleAsync(
        DavCall call,
        (string Uri, string Name) from,
        (string Uri, string Name) to,
        CancellationToken cancellationToken
    )
    {
        var (error, created) = await store.ChangeAsync(state => Move(state, call, from, to), cancellationToken);
        if (error is null)
        {
            await call.Response.DoneAsync(created);
        }

        return error;
    }

    private Step<(DavError? Error, bool Created)> Move(
        ObjectsState state,
        DavCall call,
        (string Uri, string Name) from,
        (string Uri, string Name) to
    )
    {
        static Step<(DavError?, bool)> Refused(DavError error) => new(null, (error, false));

        if (state.Open(call.Me.Id, from.Uri) is not { } source)
        {
            return Refused(format.NoCollection(from.Uri, isForeign: false));
        }

        if (state.Open(call.Me.Id, to.Uri) is not { } target)
        {
            return Refused(DavError.Conflict("The destination node is not found"));
        }

        if (source.Collection.Find(from.Name) is not { } item)
        {
            return Refused(format.NotFound);
        }

        if (Preconditions.Check(call.Headers, item.ETag) is { } unmet)
        {
            return Refused(unmet);
        }

        if (!source.MayWrite || !target.MayWrite)
        {
            return Refused(ObjectResources.NoPrivilege(call));
        }

        var existing = target.Collection.Find(to.Name);
        if (existing is not null && call.Headers["Overwrite"] == "F")
        {
            return Refused(
                DavError.PreconditionFailed(
                    "The destination node already exists, and the overwrite header is set to false",
                    "Overwrite"
                )
            );
        }

        if (format.Read(item.Data, target.Collection).Error is { } unfit)
        {
            return Refused(unfit);
        }

        if (target.Collection.Objects.Any(one => one.Uid == item.Uid && one.Id != item.Id && one.Id != existing?.Id))
        {
            return Refused(format.Duplicate);
        }

        var without = state.With(source.Collection.Without(item));
        var into = without.Find(target.Collection.Owner, target.Collection.Uri)!;
        into = existing is null ? into : into.Without(existing);
        return new(without.With(into.With(item with { Name = to.Name })), (null, existing is null));
    }
}
