namespace Gatehouse.DemoCloud.Files;

/// <summary>Keeps the bytes of files: in memory, or in the data folder.</summary>
internal interface IContents
{
    /// <summary>Reads <paramref name="source"/> to its end; <see langword="null"/> when it is longer than <paramref name="limit"/> bytes.</summary>
    Task<Content?> WriteAsync(Stream source, long limit, CancellationToken cancellationToken);

    /// <summary>Writes the bytes of others one after the other; <see langword="null"/> when one was deleted meanwhile.</summary>
    Task<Content?> JoinAsync(IReadOnlyList<string> parts, CancellationToken cancellationToken);

    /// <summary>The bytes, or <see langword="null"/> when they were deleted meanwhile.</summary>
    Stream? Open(string blob);

    void Delete(IEnumerable<string> blobs);
}
