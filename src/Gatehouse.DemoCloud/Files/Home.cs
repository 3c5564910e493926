namespace Gatehouse.DemoCloud.Files;

/// <summary>The files of one person. Reads look at <see cref="Tree"/>; changes happen one after the other.</summary>
internal sealed class Home(string owner, IContents contents, FileStamps stamps, FileTree tree) : IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private volatile FileTree current = tree;

    public string Owner => owner;

    public FileTree Tree => current;

    public IContents Contents => contents;

    public FileStamps Stamps => stamps;

    /// <summary>Called with each new tree before anybody can see it; a failure leaves the old one.</summary>
    public Func<FileTree, CancellationToken, Task> SaveAsync { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>
    /// Runs <paramref name="change"/> on the newest tree with no other change in between, so that a check of an ETag and the write
    /// after it are one step. Bytes nobody refers to any more are dropped.
    /// </summary>
    public async Task<T> ChangeAsync<T>(Func<FileTree, Changed<T>> change, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            var before = current;
            var changed = change(before);
            if (changed.Tree is { } after)
            {
                await SaveAsync(after, cancellationToken);
                current = after;
                contents.Delete(before.Blobs.Except(after.Blobs, StringComparer.Ordinal));
            }

            return changed.Result;
        }
        finally
        {
            _ = writing.Release();
        }
    }

    /// <summary>
    /// The file with this id as it is now, and its bytes. A write in between takes the old bytes away; then the newer ones are the
    /// answer.
    /// </summary>
    public OpenedFile? Open(long id)
    {
        while (current.Find(id) is { Blob: { } blob } file)
        {
            if (contents.Open(blob) is { } bytes)
            {
                return new OpenedFile(file, bytes);
            }
        }

        return null;
    }

    public void Dispose() => writing.Dispose();
}
