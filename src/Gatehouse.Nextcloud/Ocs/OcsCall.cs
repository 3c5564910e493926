using System.Text.Json.Serialization.Metadata;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Ocs;

/// <summary>Opens an OCS envelope.</summary>
internal static class OcsCall
{
    public static CloudRequest Get(string path, string doing) =>
        new(HttpMethod.Get, path, doing) { Accept = "application/json" };

    /// <summary>A call with a JSON body.</summary>
    public static CloudRequest Send<T>(HttpMethod method, string path, string doing, T value, JsonTypeInfo<T> type) =>
        Get(path, doing) with
        {
            Method = method,
            Content = JsonAnswer.Content(value, type),
        };

    public static T DataOf<T>(CloudRequest request, CloudAnswer answer, JsonTypeInfo<OcsEnvelope<T>> type)
        where T : class =>
        JsonAnswer.Read(request, answer, type).Ocs?.Data
        ?? throw new NextcloudException(ErrorReader.Unexpected(request, "The OCS answer holds no data."));
}
