using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Gatehouse.Testing.Hosts;

/// <summary>Ports on 127.0.0.1 that nobody listens on, below the range from which the system gives ports to outgoing connections.</summary>
public static class LoopbackPorts
{
    private const int First = 12_000;
    private const int Last = 31_000;

    /// <summary>A port that is free together with the ones after it.</summary>
    /// <param name="count">How many in a row.</param>
    public static int Take(int count)
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last);
            if (Enumerable.Range(port, count).All(IsFree))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
