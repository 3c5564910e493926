using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Verbs;

/// <summary>Calls a cloud for a verb that serves nobody.</summary>
internal static class CloudCalls
{
    public static NextcloudTransport Transport(string? cloudCa) =>
        new(
            new NextcloudTransportOptions { ExtraCaFile = cloudCa },
            TimeProvider.System,
            NullLogger<NextcloudTransport>.Instance
        );
}
