using System.Text.Json.Serialization.Metadata;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Ocs;

/// <summary>Opens an OCS envelope.</summary>
internal static class OcsCall
{
    public static CloudRequest Get(string path, string doing) =>
        new(HttpMethod.Get, path, doing) { Accept = "application/json" };

    public static T DataOf<T>(CloudRequest request, CloudAnswer answer, JsonTypeInfo<OcsEnvelope<T>> type)
        where T : class =>
        JsonAnswer.Read(request, answer, type).Ocs?.Data
        ?? throw new NextcloudException(ErrorReader.Unexpected(request, "The OCS answer holds no data."));
}
