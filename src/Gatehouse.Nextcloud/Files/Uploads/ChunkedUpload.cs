using System.Globalization;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Files.Uploads;

/// <summary>One chunked upload on its way.</summary>
internal sealed class ChunkedUpload(
    NextcloudTransport transport,
    NextcloudAccount account,
    FilePath path,
    long length,
    string name
)
{
    private readonly string folder =
        $"/remote.php/dav/uploads/{Uri.EscapeDataString(account.DavPrincipal.Name)}/{name}";

    /// <summary>Only the path: behind a proxy the cloud may know itself by another name than we do.</summary>
    private readonly string target = account.Cloud.Called(account.DavPrincipal.FilesRoot + path.Encoded).AbsolutePath;

    public long Length { get; } = length;

    private string Doing => $"Writing {path}";

    public Task BeginAsync(CancellationToken cancellationToken) =>
        CallAsync(
            new CloudRequest(CloudRequest.MkCol, folder, Doing) { Headers = [Destination], IsPassing = true },
            cancellationToken
        );

    /// <summary>Chunks are numbered from 1, five digits: Nextcloud sorts them as text.</summary>
    public Task SendAsync(int number, ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"{folder}/{number:D5}");
        var request = new CloudRequest(HttpMethod.Put, url, Doing)
        {
            Headers = [Destination, TotalLength],
            Content = () => new ReadOnlyMemoryContent(chunk),
            IsTransfer = true,
            IsPassing = true,
        };
        return CallAsync(request, cancellationToken);
    }

    public async Task<FileWritten> AssembleAsync(WriteCondition condition, CancellationToken cancellationToken)
    {
        var request = new CloudRequest(CloudRequest.Move, folder + "/.file", Doing)
        {
            Headers = [Destination, TotalLength, .. condition.OnTarget(target)],
            IsTransfer = true,
        };
        return FileWritten.Read(await CallAsync(request, cancellationToken));
    }

    /// <summary>What is not removed now is removed by Nextcloud after a day, so a failure here must not hide the first one.</summary>
    public async Task RemoveAsync()
    {
        try
        {
            await CallAsync(
                new CloudRequest(HttpMethod.Delete, folder, Doing) { IsPassing = true },
                CancellationToken.None
            );
        }
        catch (NextcloudException)
        {
            // The reason above.
        }
    }

    private KeyValuePair<string, string> Destination => new("Destination", target);

    private KeyValuePair<string, string> TotalLength =>
        new("OC-Total-Length", Length.ToString(CultureInfo.InvariantCulture));

    private Task<CloudAnswer> CallAsync(CloudRequest request, CancellationToken cancellationToken) =>
        transport.CallAsync(account.Login, request, cancellationToken);
}
