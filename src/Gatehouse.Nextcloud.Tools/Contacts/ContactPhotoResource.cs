using Gatehouse.Nextcloud.Contacts;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Errors;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>Pictures of contacts as MCP resources.</summary>
internal sealed class ContactPhotoResource(ContactsClient contacts) : McpServerResource
{
    public override ResourceTemplate ProtocolResourceTemplate { get; } =
        new()
        {
            Name = "contact_photo",
            Title = "The picture of a contact",
            UriTemplate = ContactPhotoUri.Template,
            Description = "The picture of a contact whose read_contact names one.",
        };

    public override IReadOnlyList<object> Metadata { get; } = [new RequiresScopeAttribute(ContactsApp.Read)];

    public override bool IsMatch(string uri) => ContactPhotoUri.IsMatch(uri);

    public override async ValueTask<ReadResourceResult> ReadAsync(
        RequestContext<ReadResourceRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        var uri = request.Params.Uri;
        if (!ContactPhotoUri.TryParse(uri, out var id))
            throw Arguments.Bad("uri", "It names no contact. Take it from read_contact.");

        var photo = await contacts.GetPhotoAsync(CallerOf.Get(request).Account, id, cancellationToken);
        return new ReadResourceResult
        {
            Contents = [BlobResourceContents.FromBytes(photo.Bytes, uri, photo.ContentType)],
        };
    }
}
