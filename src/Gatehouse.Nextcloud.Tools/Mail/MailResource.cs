using Gatehouse.Nextcloud.Mail;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>What is attached to mail, and whole messages, as MCP resources up to a bound.</summary>
internal sealed class MailResource(MessagesClient messages) : McpServerResource
{
    public override ResourceTemplate ProtocolResourceTemplate { get; } =
        new()
        {
            Name = "mail",
            Title = "An attachment of a mail",
            UriTemplate = MailUri.Template,
            Description = "An attachment, up to 4 MiB: attachments/{id} of read_mail; or source, the whole message.",
        };

    public override IReadOnlyList<object> Metadata { get; } = [new RequiresScopeAttribute(MailApp.Read)];

    public override bool IsMatch(string uri) => MailUri.IsMatch(uri);

    public override async ValueTask<ReadResourceResult> ReadAsync(
        RequestContext<ReadResourceRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        var uri = request.Params.Uri;
        if (!MailUri.TryParse(uri, out var id, out var attachment))
            throw Arguments.Bad("uri", "It names no attachment. Take it from read_mail.");

        var account = CallerOf.Get(request).Account;
        if (attachment is null)
        {
            var source = await messages.GetSourceAsync(account, id, cancellationToken);
            return Result(
                new TextResourceContents
                {
                    Uri = uri,
                    MimeType = "message/rfc822",
                    Text = source,
                }
            );
        }

        var content = await messages.ReadAttachmentAsync(
            account,
            id,
            attachment,
            FileResource.MaxBytes,
            cancellationToken
        );
        return Result(
            TextOf.Utf8(content.Bytes.Span, isEnd: true) is { } text
                ? new TextResourceContents
                {
                    Uri = uri,
                    MimeType = content.ContentType,
                    Text = text.Text,
                }
                : BlobResourceContents.FromBytes(content.Bytes, uri, content.ContentType)
        );
    }

    private static ReadResourceResult Result(ResourceContents contents) => new() { Contents = [contents] };
}
