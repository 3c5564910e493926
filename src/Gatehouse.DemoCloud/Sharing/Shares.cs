using System.Collections.Immutable;
using System.Globalization;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>Who shares what with whom, and what therefore lies in whose home.</summary>
internal sealed class Shares
{
    private readonly PersonDirectory people;
    private readonly TimeProvider time;
    private readonly AppStore<SharesState> store;

    private Shares(DemoAppContext context, AppStore<SharesState> store)
    {
        people = context.People;
        time = context.Time;
        this.store = store;
    }

    /// <summary>Those that have not run out and whose file is still there.</summary>
    public IEnumerable<Share> All => Living(_ => true);

    public static async Task<Shares> LoadAsync(DemoAppContext context, CancellationToken cancellationToken)
    {
        var store = await context.Stores.OpenAsync(
            "shares",
            SharesStoreJson.Default.SharesState,
            () => context.SampleData ? ShareSamples.Company(context) : SharesState.Empty,
            cancellationToken
        );
        return new Shares(context, store);
    }

    /// <summary>What is shared, as it lies in its owner's home.</summary>
    public FileNode? FileOf(Share share) => people.Find(share.FileOwner)?.Home.Tree.Find(share.FileId);

    /// <summary>What others have in this person's home; the same thing is there once, however often it is shared.</summary>
    public IReadOnlyList<Mount> MountsOf(Person me) =>
        [
            .. Living(share => share.Places.ContainsKey(me.Id))
                .GroupBy(share => share.FileId)
                .Select(same => MountOf(me, [.. same])),
        ];

    /// <summary>All that a person sees: their own files, and what others share with them.</summary>
    public FileTree ViewOf(Person me)
    {
        var own = me.Home.Tree;
        var mounts = MountsOf(me);
        return mounts.Count == 0
            ? own
            : FileTree.Of(
                own.All.Concat(mounts.SelectMany(mount => mount.Nodes()))
                    .GroupBy(node => node.Path.Value, StringComparer.Ordinal)
                    .Select(same => same.Last())
            );
    }

    public Located Locate(Person me, FilePath path) =>
        MountsOf(me).FirstOrDefault(mount => mount.Holds(path)) is { } mount
            ? new Located(mount.Owner, mount.Inside(path), mount)
            : new Located(me, path, null);

    /// <summary>Puts what others share at another place of this home.</summary>
    public Task MoveAsync(Person me, Mount mount, FilePath to, CancellationToken cancellationToken) =>
        ChangePlacesAsync(me, mount, share => share.Places.SetItem(me.Id, to.Value), cancellationToken);

    /// <summary>Takes what others share away from this home; nobody else notices.</summary>
    public Task LeaveAsync(Person me, Mount mount, CancellationToken cancellationToken) =>
        ChangePlacesAsync(me, mount, share => share.Places.Remove(me.Id), cancellationToken);

    /// <summary>
    /// Writes down the share that is made, whose id is given here. No share changes between what <paramref name="make"/> sees and the
    /// write, so that two who share the same at once make one share, and two things do not get the same place in a home.
    /// </summary>
    public Task<ShareOutcome> AddAsync(Func<ShareOutcome> make, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            state =>
            {
                var made = make();
                if (made is not { Share: { } share, IsNew: true })
                {
                    return (null, made);
                }

                var next = state.With(share);
                return (next, made with { Share = next.All[^1] });
            },
            cancellationToken
        );

    /// <summary>What is attached to a card.</summary>
    public IEnumerable<Share> OfCard(long card) =>
        Living(share => share.Kind == ShareKind.DeckCard && share.With == card.ToString(CultureInfo.InvariantCulture));

    /// <summary>Changes a share as it is at that moment, whatever others changed of it since it was read.</summary>
    public Task<ShareOutcome> ChangeAsync(
        long id,
        Func<Share, ShareOutcome> change,
        CancellationToken cancellationToken
    ) =>
        store.ChangeAsync(
            state =>
            {
                var outcome = state.All.Find(one => one.Id == id) is { } share
                    ? change(share)
                    : ShareOutcome.Refused(ShareRefusal.WrongId);
                return (outcome.Share is { } changed ? state.Changed(changed) : null, outcome);
            },
            cancellationToken
        );

    /// <summary>Ends a share, and what those who lose it by that shared on. False: it was ended before.</summary>
    public Task<bool> EndAsync(long id, CancellationToken cancellationToken) =>
        store.ChangeAsync<bool>(
            state =>
            {
                var left = state.All.RemoveAll(one => one.Id == id);
                if (left.Count == state.All.Count)
                {
                    return (null, false);
                }

                while (left.Find(one => !Reaches(left, one)) is { } orphan)
                {
                    left = left.Remove(orphan);
                }

                return (state with { All = left }, true);
            },
            cancellationToken
        );

    /// <summary>Where a new share is put in somebody's home: at its root, by a name that nothing has there.</summary>
    public FilePath PlaceFor(Person person, FileNode file)
    {
        if (MountsOf(person).FirstOrDefault(mount => mount.Root.Id == file.Id) is { } there)
        {
            return there.Path;
        }

        var view = ViewOf(person);
        return FilePath.Free(FilePath.Root, file.Path.Name, place => view.Find(place) is not null);
    }

    /// <summary>Few shares are asked for their file, which has to be looked for.</summary>
    private IEnumerable<Share> Living(Func<Share, bool> which)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return store.Current.All.Where(share =>
            which(share) && (share.Expires is not { } day || day > today) && FileOf(share) is not null
        );
    }

    private Mount MountOf(Person me, IReadOnlyList<Share> same)
    {
        var (own, place) = (me.Home.Tree, FilePath.Parse(same[0].Places[me.Id]));
        // The folder it lay in may be gone.
        var isThere = own.Find(place.Parent) is { IsFolder: true };
        return new Mount(
            isThere ? place : FilePath.Free(FilePath.Root, place.Name, path => own.Find(path) is not null),
            people.Find(same[0].FileOwner)!,
            FileOf(same[0])!,
            same.Aggregate(0, (rights, share) => rights | share.Rights)
        );
    }

    private Task<bool> ChangePlacesAsync(
        Person me,
        Mount mount,
        Func<Share, ImmutableSortedDictionary<string, string>> change,
        CancellationToken cancellationToken
    ) =>
        store.ChangeAsync(
            state =>
                (
                    state with
                    {
                        All = state.All.ConvertAll(share =>
                            share.FileId == mount.Root.Id && share.Places.ContainsKey(me.Id)
                                ? share with
                                {
                                    Places = change(share),
                                }
                                : share
                        ),
                    },
                    true
                ),
            cancellationToken
        );

    /// <summary>Does who shares it still have it, as their own or by one of these?</summary>
    private bool Reaches(IEnumerable<Share> shares, Share shared) =>
        shared.Owner == shared.FileOwner
        || FileOf(shared) is not { } file
        || shares.Any(one =>
            one.Places.ContainsKey(shared.Owner)
            && FileOf(one) is { } root
            && one.FileOwner == shared.FileOwner
            && (file.Id == root.Id || file.Path.IsUnder(root.Path))
        );
}
