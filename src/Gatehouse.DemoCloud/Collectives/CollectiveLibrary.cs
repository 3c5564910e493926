using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Collectives;

/// <summary>Changes collectives and their pages: the files first, then what is remembered of them.</summary>
internal sealed class CollectiveLibrary(AppStore<CollectivesState> store, TimeProvider time)
{
    private const string Welcome =
        "# Welcome to your new collective!\n\nHere you can write down what all of you should know. Add pages on the left, and change this one as you like.\n";

    public CollectivesState State => store.Current;

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    public async Task<DemoCollective> CreateAsync(
        Person me,
        string name,
        string? emoji,
        CancellationToken cancellationToken
    )
    {
        var collective = await store.ChangeAsync(
            state =>
            {
                var made = new DemoCollective(state.LastCollective + 1, me.Id, name, emoji, null);
                return (state.With(made), made);
            },
            cancellationToken
        );
        var path = CollectivesFolder.Of(collective).Child(CollectivesFolder.Readme);
        var id = await CollectivesFolder.WriteAsync(me.Home, path, Welcome, null, cancellationToken);
        _ = await SaveAsync(new DemoPage(id, collective.Id, 0, "Landing page", path.Value), cancellationToken);
        return collective;
    }

    public async Task<DemoPage> AddPageAsync(
        Person me,
        DemoCollective collective,
        DemoPage parent,
        string title,
        string text,
        CancellationToken cancellationToken
    )
    {
        var folder = await FolderBelowAsync(me, collective, parent, cancellationToken);
        var free = Free(me.Home.Tree, folder, title);
        var path = folder.Child(free + ".md");
        var id = await CollectivesFolder.WriteAsync(me.Home, path, text, null, cancellationToken);
        return await SaveAsync(new DemoPage(id, collective.Id, parent.Id, free, path.Value), cancellationToken);
    }

    public async Task<DemoPage> CopyPageAsync(
        Person me,
        DemoCollective collective,
        DemoPage page,
        DemoPage parent,
        string title,
        CancellationToken cancellationToken
    )
    {
        var text = await CollectivesFolder.ReadAsync(me.Home, page.Id, cancellationToken);
        var copy = await AddPageAsync(me, collective, parent, title, text, cancellationToken);
        return await SaveAsync(copy with { Emoji = page.Emoji, Tags = page.Tags }, cancellationToken);
    }

    public async Task<DemoPage> MovePageAsync(
        Person me,
        DemoCollective collective,
        DemoPage page,
        DemoPage parent,
        string title,
        CancellationToken cancellationToken
    )
    {
        var folder = await FolderBelowAsync(me, collective, parent, cancellationToken);
        var from = me.Home.Tree.Find(page.Id)!.Path;
        var isFolder = from.Name == CollectivesFolder.Readme;
        var free = Free(me.Home.Tree, folder, title, but: isFolder ? from.Parent : from);
        var to = folder.Child(isFolder ? free : free + ".md");
        await CollectivesFolder.MoveAsync(me.Home, isFolder ? from.Parent : from, to, cancellationToken);
        var path = isFolder ? to.Child(CollectivesFolder.Readme) : to;
        return await SaveAsync(page with { Title = free, ParentId = parent.Id, Path = path.Value }, cancellationToken);
    }

    public async Task<DemoPage> TrashPageAsync(Person me, DemoPage page, CancellationToken cancellationToken)
    {
        foreach (var below in State.Branch(page).Reverse().ToList())
        {
            var text = await CollectivesFolder.ReadAsync(me.Home, below.Id, cancellationToken);
            var path = me.Home.Tree.Find(below.Id)?.Path ?? below.File;
            _ = await SaveAsync(below with { Trashed = Now, Text = text, Path = path.Value }, cancellationToken);
            await CollectivesFolder.RemoveAsync(me.Home, path, cancellationToken);
        }

        return State.FindPage(page.CollectiveId, page.Id)!;
    }

    public async Task<DemoPage> RestorePageAsync(Person me, DemoPage page, CancellationToken cancellationToken)
    {
        foreach (var below in State.Branch(page).Where(one => one.Trashed is not null).ToList())
        {
            _ = await CollectivesFolder.WriteAsync(me.Home, below.File, below.Text ?? "", below.Id, cancellationToken);
            _ = await SaveAsync(below with { Trashed = null, Text = null }, cancellationToken);
        }

        return State.FindPage(page.CollectiveId, page.Id)!;
    }

    public async Task<DemoCollective> TrashAsync(Person me, DemoCollective one, CancellationToken cancellationToken)
    {
        foreach (var page in State.PagesOf(one.Id, trashed: false).Where(page => page.IsLanding).ToList())
        {
            _ = await TrashPageAsync(me, page, cancellationToken);
        }

        await CollectivesFolder.RemoveAsync(me.Home, CollectivesFolder.Of(one), cancellationToken);
        return await SaveAsync(one with { Trashed = Now }, cancellationToken);
    }

    public async Task<DemoCollective> RestoreAsync(Person me, DemoCollective one, CancellationToken cancellationToken)
    {
        foreach (var page in State.PagesOf(one.Id, trashed: true).Where(page => page.IsLanding).ToList())
        {
            _ = await RestorePageAsync(me, page, cancellationToken);
        }

        return await SaveAsync(one with { Trashed = null }, cancellationToken);
    }

    public Task<DemoTag> AddTagAsync(
        DemoCollective one,
        string name,
        string color,
        CancellationToken cancellationToken
    ) =>
        store.ChangeAsync(
            state =>
            {
                var tag = new DemoTag(state.LastTag + 1, one.Id, name, color);
                return (state with { Tags = state.Tags.Add(tag), LastTag = tag.Id }, tag);
            },
            cancellationToken
        );

    public Task<DemoCollective> SaveAsync(DemoCollective one, CancellationToken cancellationToken) =>
        store.ChangeAsync(state => (state.With(one), one), cancellationToken);

    public Task<DemoPage> SaveAsync(DemoPage page, CancellationToken cancellationToken) =>
        store.ChangeAsync(state => (state.With(page), page), cancellationToken);

    /// <summary>Where pages below a page are; a page that has none yet moves into a folder of its own first.</summary>
    private async Task<FilePath> FolderBelowAsync(
        Person me,
        DemoCollective collective,
        DemoPage parent,
        CancellationToken cancellationToken
    )
    {
        var file = me.Home.Tree.Find(parent.Id)?.Path ?? parent.File;
        if (parent.IsLanding)
        {
            return CollectivesFolder.Of(collective);
        }

        if (file.Name == CollectivesFolder.Readme)
        {
            return file.Parent;
        }

        var folder = file.Parent.Child(Path.GetFileNameWithoutExtension(file.Name));
        var moved = folder.Child(CollectivesFolder.Readme);
        await CollectivesFolder.MoveAsync(me.Home, file, moved, cancellationToken);
        _ = await SaveAsync(State.FindPage(collective.Id, parent.Id)! with { Path = moved.Value }, cancellationToken);
        return folder;
    }

    private static string Free(FileTree tree, FilePath folder, string title, FilePath? but = null)
    {
        var name = title.Replace('/', '-').Trim();
        name = name.Length == 0 ? "New page" : name;
        return Enumerable
            .Range(1, int.MaxValue)
            .Select(number => number == 1 ? name : $"{name} ({number})")
            .First(free => IsFree(folder.Child(free + ".md")) && IsFree(folder.Child(free)));

        bool IsFree(FilePath path) => tree.Find(path) is null || path == but;
    }
}
