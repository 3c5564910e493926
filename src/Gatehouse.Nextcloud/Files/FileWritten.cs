using System.Net;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Files;

/// <summary>What a write or a move left behind.</summary>
/// <param name="Created">Nothing was there before.</param>
/// <param name="ETag">The ETag now; null when the cloud did not say (it does for writes and moves of files).</param>
/// <param name="FileId">The id; null when not said.</param>
public sealed record FileWritten(bool Created, ETag? ETag, long? FileId)
{
    internal static FileWritten Read(CloudAnswer answer)
    {
        // OC-FileId is the id, padded to eight digits, with the instance id behind it.
        var id = answer.Header("OC-FileId") is { } text ? string.Concat(text.TakeWhile(char.IsAsciiDigit)) : "";
        return new(
            answer.Status == HttpStatusCode.Created,
            Dav.ETag.TryParse(answer.Header("OC-ETag") ?? answer.Header("ETag"), out var etag) ? etag : null,
            DavNumber.Read(id)
        );
    }
}
