using System.Globalization;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Contacts;

/// <summary><c>?export</c> of an address book and <c>?photo</c> of a card.</summary>
internal sealed class AddressBookDownloads(AddressBooks books, TimeProvider time)
{
    public async Task<DavError?> ExportAsync(DavCall call, string uri)
    {
        if (books.Open(call.Me, uri) is not { } opened)
        {
            return DavError.NotFound($"Addressbook with name '{uri}' could not be found");
        }

        var today = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        call.Response.Headers.ContentDisposition = $"attachment; filename=\"{uri}-{today}.vcf\"";
        await call.Response.TextAsync(
            StatusCodes.Status200OK,
            "text/directory;charset=UTF-8",
            string.Concat(opened.Collection.Objects.Select(item => item.Parsed.ToString()))
        );
        return null;
    }

    /// <summary>The picture itself; 204 when the card has none.</summary>
    public async Task<DavError?> PhotoAsync(DavCall call, string uri, string name)
    {
        if (books.Open(call.Me, uri)?.Collection.Find(name) is not { } item)
        {
            return DavError.NotFound("Card not found");
        }

        ObjectResources.Tell(call.Response, item);
        ObjectResources.Attach(call.Response, item);
        if (Picture(item) is not { } picture)
        {
            await call.Response.DoneAsync(created: false);
            return null;
        }

        call.Response.ContentType = picture.Type;
        call.Response.ContentLength = picture.Bytes.Length;
        await call.Response.Body.WriteAsync(picture.Bytes, call.Context.RequestAborted);
        return null;
    }

    private static (string Type, byte[] Bytes)? Picture(StoredObject item)
    {
        var photo = CardVersion.To(item.Parsed, "3.0").Property("PHOTO");
        if (photo?.Parameter("ENCODING")?.ToUpperInvariant() is not ("B" or "BASE64"))
        {
            return null;
        }

        var bytes = new byte[photo.Value.Length];
        return Convert.TryFromBase64String(photo.Value, bytes, out var length)
            ? ($"image/{(photo.Parameter("TYPE") ?? "jpeg").ToLowerInvariant()}", bytes[..length])
            : null;
    }
}
