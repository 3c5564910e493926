using System.Net;
using System.Net.Sockets;
using System.Text;
using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Nextcloud.Tests.Transport;

public sealed class FramingTests
{
    /// <summary>RFC 9112 §6.3: the chunks decide. A real server sends no such answer; a broken proxy may.</summary>
    [Fact]
    public async Task A_length_beside_chunks_cuts_nothing_off()
    {
        const string answer =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5\r\nwhole\r\n0\r\n\r\n";
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = AnswerAsync(listener, answer);
        using var transport = new NextcloudTransport(
            new NextcloudTransportOptions(),
            TimeProvider.System,
            NullLogger<NextcloudTransport>.Instance
        );

        var read = await transport.SendAnonymouslyAsync(
            CloudAddress.Parse($"http://{listener.LocalEndpoint}"),
            new CloudRequest(HttpMethod.Get, "/status.php", "Asking"),
            TestContext.Current.CancellationToken
        );

        await serving;
        Assert.Equal("whole", read.Text);
    }

    private static async Task AnswerAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        var request = new byte[4096];
        _ = await stream.ReadAsync(request, TestContext.Current.CancellationToken);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
    }
}
