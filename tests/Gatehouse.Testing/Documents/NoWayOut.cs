using System.Net;
using System.Net.Sockets;
using Gatehouse.AspNetCore.Registration.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Testing.Documents;

/// <summary>A network without a way out: no name leads anywhere, so that of clients known by their documents only the built-in ones are found.</summary>
public static class NoWayOut
{
    /// <summary>Puts it in the place of the real one.</summary>
    public static void Use(IServiceCollection services) =>
        services.AddSingleton(
            new OutboundNetwork
            {
                Resolve = (_, _) => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound)),
            }
        );
}
