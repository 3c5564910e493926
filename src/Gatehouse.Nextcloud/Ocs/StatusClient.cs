using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Ocs;

/// <summary>Asks whether there is a Nextcloud and how it is; a cheap call (10 ms) for health checks.</summary>
public sealed class StatusClient(NextcloudTransport transport)
{
    /// <summary>GET <c>/status.php</c>.</summary>
    /// <exception cref="NextcloudException">Nothing answers there, or it is no Nextcloud.</exception>
    public async Task<ServerStatus> GetAsync(CloudAddress cloud, CancellationToken cancellationToken)
    {
        var request = OcsCall.Get("/status.php", "Asking for the status");
        var answer = await transport.SendAnonymouslyAsync(cloud, request, cancellationToken);
        return answer.IsSuccess
            ? JsonAnswer.Read(request, answer, NextcloudJson.Default.ServerStatus)
            : throw new NextcloudException(ErrorReader.Read(cloud, request, answer));
    }
}
