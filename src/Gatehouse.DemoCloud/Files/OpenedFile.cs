namespace Gatehouse.DemoCloud.Files;

/// <summary>A file and its bytes of the same moment.</summary>
internal sealed record OpenedFile(FileNode Node, Stream Bytes) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Bytes.DisposeAsync();
}
