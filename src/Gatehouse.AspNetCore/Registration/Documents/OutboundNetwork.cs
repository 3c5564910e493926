using System.Net;
using System.Net.Security;

namespace Gatehouse.AspNetCore.Registration.Documents;

/// <summary>
/// The network as outbound requests see it. Everything here is fixed in the product; tests put their own in its place to stand up servers on this
/// computer. No setting leads here.
/// </summary>
internal sealed class OutboundNetwork
{
    /// <summary>Finds the addresses of a host.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Whether an address may be called.</summary>
    public Func<IPAddress, bool> Allows { get; init; } = PublicAddress.Is;

    /// <summary>The port that is called for a port.</summary>
    public Func<int, int> Port { get; init; } = port => port;

    /// <summary>Judges a certificate; null leaves it to the system.</summary>
    public RemoteCertificateValidationCallback? Certificate { get; init; }
}
