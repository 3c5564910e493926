using System.Security.Cryptography;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Samples;

namespace Gatehouse.DemoCloud.Storage;

/// <summary>Loads the people with what was kept of them, or makes them anew with sample data.</summary>
internal sealed class DemoCloudStore
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

    private readonly DataFolder? folder;
    private readonly IContents contents;

    private DemoCloudStore(DataFolder? folder)
    {
        this.folder = folder;
        contents = folder is null ? new MemoryContents() : new FolderContents(folder.Blobs);
    }

    /// <summary>What the apps remember.</summary>
    public AppStores Apps => new(folder);

    public static DemoCloudStore For(DemoCloudOptions options) =>
        new(options.DataFolder is null ? null : DataFolder.Open(options.DataFolder));

    public async Task<Instance> InstanceAsync(CancellationToken cancellationToken)
    {
        if (
            folder is not null
            && await folder.ReadAsync("instance", StoreJson.Default.Instance, cancellationToken) is { } kept
        )
        {
            return kept;
        }

        var made = new Instance("oc" + RandomNumberGenerator.GetString(Alphabet, 10));
        if (folder is not null)
        {
            await folder.WriteAsync("instance", made, StoreJson.Default.Instance, cancellationToken);
        }

        return made;
    }

    public async Task<PersonDirectory> PeopleAsync(DemoCloudOptions options, CancellationToken cancellationToken)
    {
        var kept = new Dictionary<string, IReadOnlyList<StoredFile>>(StringComparer.Ordinal);
        foreach (var account in options.People)
        {
            if (await LoadFilesAsync($"files-{account.Id}", cancellationToken) is { } files)
            {
                kept[account.Id] = files;
            }
        }

        var lastId = kept.Values.SelectMany(files => files).Select(file => file.Id).DefaultIfEmpty(100).Max();
        var stamps = new FileStamps(options.TimeProvider, lastId);
        var people = new List<Person>();
        foreach (var account in options.People)
        {
            people.Add(
                await PersonAsync(account, options, kept.GetValueOrDefault(account.Id), stamps, cancellationToken)
            );
        }

        (contents as FolderContents)?.Sweep(
            people.SelectMany(person => person.Home.Tree.Blobs.Concat(person.Uploads.Tree.Blobs))
        );
        return new PersonDirectory(people);
    }

    private async Task<Person> PersonAsync(
        DemoCloudPerson account,
        DemoCloudOptions options,
        IReadOnlyList<StoredFile>? files,
        FileStamps stamps,
        CancellationToken cancellationToken
    )
    {
        var home = HomeOf(account, "files", files, stamps);
        var kept = await LoadFilesAsync($"uploads-{account.Id}", cancellationToken);
        var uploads = HomeOf(account, "uploads", kept, new FileStamps(options.TimeProvider, lastId: 0));
        var passwords = new AppPasswords(options.TimeProvider, await LoadPasswordsAsync(account.Id, cancellationToken));
        if (folder is not null)
        {
            passwords.SaveAsync = (next, cancel) =>
                folder.WriteAsync($"app-passwords-{account.Id}", [.. next], StoreJson.Default.AppPasswordArray, cancel);
        }

        if (files is null && options.SampleData)
        {
            await SampleHomes.FillAsync(home, cancellationToken);
        }

        return new Person(account, passwords, home) { Uploads = uploads };
    }

    private Home HomeOf(DemoCloudPerson account, string what, IReadOnlyList<StoredFile>? files, FileStamps stamps)
    {
        var tree = files is null ? FileTree.Of([stamps.NewFolder(FilePath.Root)]) : StoredFile.ToTree(files);
        var home = new Home(account.Id, contents, stamps, tree);
        if (folder is not null)
        {
            home.SaveAsync = (next, cancel) =>
                folder.WriteAsync(
                    $"{what}-{account.Id}",
                    StoredFile.Of(next),
                    StoreJson.Default.StoredFileArray,
                    cancel
                );
        }

        return home;
    }

    private async Task<IReadOnlyList<StoredFile>?> LoadFilesAsync(string name, CancellationToken cancellationToken) =>
        folder is null ? null : await folder.ReadAsync(name, StoreJson.Default.StoredFileArray, cancellationToken);

    private async Task<IReadOnlyList<AppPassword>> LoadPasswordsAsync(
        string user,
        CancellationToken cancellationToken
    ) =>
        folder is null
            ? []
            : await folder.ReadAsync($"app-passwords-{user}", StoreJson.Default.AppPasswordArray, cancellationToken)
                ?? [];
}
