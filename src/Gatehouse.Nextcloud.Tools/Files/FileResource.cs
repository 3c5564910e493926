using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>Whole files as MCP resources, up to a bound: what is too large or not text for <c>read_file</c>.</summary>
internal sealed class FileResource(FilesClient files, FileGuard guard) : McpServerResource
{
    /// <summary>4 MiB: a blob goes over the wire as base64 within one JSON message.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    public override ResourceTemplate ProtocolResourceTemplate { get; } =
        new()
        {
            Name = "file",
            Title = "A file in Nextcloud",
            UriTemplate = FileUri.Template,
            Description =
                "A whole file, up to 4 MiB. The path is that of list_folder and search_files, percent-encoded.",
        };

    public override IReadOnlyList<object> Metadata { get; } = [new RequiresScopeAttribute(FilesApp.Read)];

    public override bool IsMatch(string uri) => FileUri.IsMatch(uri);

    public override async ValueTask<ReadResourceResult> ReadAsync(
        RequestContext<ReadResourceRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        var uri = request.Params.Uri;
        if (!FileUri.TryParse(uri, out var named, out var error))
            throw Arguments.Bad("uri", error);

        var call = await guard.OpenAsync(request, cancellationToken);
        var path = call.Files.File("uri", named.Value);
        await using var download = await files.DownloadAsync(call.Account, path, cancellationToken);
        if (download.Length > MaxBytes)
            throw TooLarge(path, download.Length);

        var buffer = new byte[(int)(download.Length ?? MaxBytes) + 1];
        var read = await download.Content.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            cancellationToken
        );
        if (read > MaxBytes)
            throw TooLarge(path, length: null);

        return new ReadResourceResult { Contents = [Contents(uri, download.ContentType, buffer.AsMemory(0, read))] };
    }

    private static ResourceContents Contents(string uri, string contentType, ReadOnlyMemory<byte> bytes) =>
        TextOf.Utf8(bytes.Span, isEnd: true) is { } text
            ? new TextResourceContents
            {
                Uri = uri,
                MimeType = contentType,
                Text = text.Text,
            }
            : BlobResourceContents.FromBytes(bytes, uri, contentType);

    private static ToolException TooLarge(FilePath path, long? length) =>
        new(
            $"{path} is too large to be read as a whole: {(length is { } bytes ? $"{bytes} bytes" : "more than")} of at most {MaxBytes}.\n"
                + "Next step: read parts of a text file with read_file (offset, length), or give the person the link of the file."
        );
}
