using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;

namespace Gatehouse.AspNetCore.Registration.Documents;

/// <summary>
/// Fetches JSON from addresses that strangers name. The host is resolved once, every address of it is judged, and the judged address is the one
/// that is called: DNS cannot change its mind in between. No redirects, no proxy, no cookies, no more bytes and no more seconds than allowed.
/// </summary>
internal sealed class OutboundClient : IDisposable
{
    private const int RequestsAtOnce = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly OutboundNetwork network;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly SemaphoreSlim room = new(RequestsAtOnce);

    public OutboundClient(OutboundNetwork network, TimeProvider time)
    {
        this.network = network;
        this.time = time;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ActivityHeadersPropagator = null,
            ConnectCallback = ConnectAsync,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = network.Certificate,
            },
        };
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Gatehouse");
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    /// <summary>Fetches one address, whoever waits for it: nobody's leaving ends it. All requests together are bounded; nobody queues.</summary>
    public async Task<OutboundAnswer> GetAsync(Uri address, int maximumLength)
    {
        if (!await room.WaitAsync(0))
        {
            return OutboundAnswer.Away("too many such requests are under way here");
        }

        try
        {
            return await TryGetAsync(address, maximumLength);
        }
        finally
        {
            room.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        room.Dispose();
    }

    private async Task<OutboundAnswer> TryGetAsync(Uri address, int maximumLength)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return await ReadAsync(response, maximumLength, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return OutboundAnswer.Away($"it did not answer within {Patience.TotalSeconds} seconds");
        }
        catch (HttpRequestException problem) when (problem.InnerException is ForbiddenAddressException)
        {
            return OutboundAnswer.Refused("its host is not on the public internet");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            return OutboundAnswer.Away("it could not be reached");
        }
    }

    private static async Task<OutboundAnswer> ReadAsync(
        HttpResponseMessage response,
        int maximumLength,
        CancellationToken cancellationToken
    )
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var status = (int)response.StatusCode;
            return status is 429 or >= 500
                ? OutboundAnswer.Away($"it answered with status {status}")
                : OutboundAnswer.Refused($"it answered with status {status}, not 200");
        }

        if (!IsJson(response.Content.Headers.ContentType))
        {
            return OutboundAnswer.Refused("its Content-Type is not JSON");
        }

        var tooLarge = OutboundAnswer.Refused($"it is larger than {maximumLength} bytes");
        if (response.Content.Headers.ContentLength > maximumLength)
        {
            return tooLarge;
        }

        var buffer = new byte[maximumLength + 1];
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > maximumLength
            ? tooLarge
            : new OutboundAnswer(buffer[..length], CacheLifetime.Of(response), Failure: null, IsAway: false);
    }

    private static bool IsJson(MediaTypeHeaderValue? type) =>
        type?.MediaType is { } name
        && (
            name.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (
                name.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
                && name.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            )
        );

    private async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await network.Resolve(host, cancellationToken);
        if (!Array.TrueForAll(addresses, address => network.Allows(address)))
        {
            throw new ForbiddenAddressException(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // IPv4 first: a network without IPv6 may swallow it in silence.
            await socket.ConnectAsync(
                [.. addresses.OrderBy(address => address.AddressFamily == AddressFamily.InterNetworkV6)],
                network.Port(context.DnsEndPoint.Port),
                cancellationToken
            );
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
