using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Objects;

/// <summary>All calendars, or all address books, of everybody.</summary>
internal sealed record ObjectsState(long LastId, ImmutableList<ObjectCollection> Collections)
{
    public static ObjectsState Empty { get; } = new(0, []);

    public ObjectCollection? Find(string owner, string uri) =>
        Collections.Find(one => one.Owner == owner && one.Uri == uri);

    /// <summary>The collections in somebody's home: their own, then what others share with them.</summary>
    public IEnumerable<OpenedCollection> HomeOf(string user) =>
        Collections
            .Where(one => one.Owner == user && !one.IsInbox)
            .Select(one => new OpenedCollection(one, one.Uri, IsOwner: true, !one.IsGenerated))
            .Concat(
                Collections.SelectMany(one =>
                    one.Shares.Where(share => share.User == user && one.Deleted is null)
                        .Select(share => new OpenedCollection(
                            one,
                            $"{one.Uri}_shared_by_{one.Owner}",
                            IsOwner: false,
                            share.MayWrite
                        ))
                )
            );

    public OpenedCollection? Open(string user, string uri) => HomeOf(user).FirstOrDefault(one => one.Uri == uri);

    public ObjectsState With(ObjectCollection collection)
    {
        var index = Collections.FindIndex(one => one.Owner == collection.Owner && one.Uri == collection.Uri);
        return this with
        {
            Collections = index < 0 ? Collections.Add(collection) : Collections.SetItem(index, collection),
        };
    }

    public ObjectsState Without(ObjectCollection collection) =>
        this with
        {
            Collections = Collections.RemoveAll(one => one.Owner == collection.Owner && one.Uri == collection.Uri),
        };

    /// <summary>The state with the next number taken.</summary>
    public ObjectsState Numbered(out long id)
    {
        id = LastId + 1;
        return this with { LastId = id };
    }
}
