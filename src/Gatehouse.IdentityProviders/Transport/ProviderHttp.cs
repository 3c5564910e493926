using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace Gatehouse.IdentityProviders.Transport;

/// <summary>
/// The only way out to identity providers: one pooled client without cookies and redirects, bounded in bytes and seconds. Their addresses are the
/// operator's configuration, so private networks are as good as any. It never throws for what a peer does.
/// </summary>
internal sealed class ProviderHttp : IDisposable
{
    private const int MaximumLength = 1024 * 1024;
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    private readonly TimeProvider time;
    private readonly TimeSpan patience;
    private readonly HttpClient http;

    public ProviderHttp(TimeProvider time, TimeSpan? patience = null)
    {
        this.time = time;
        this.patience = patience ?? Usual;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ActivityHeadersPropagator = null,
        };
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Gatehouse");
    }

    /// <summary>Reads something, with one more try when the first met trouble that may be over: reading twice does no harm.</summary>
    public async Task<ProviderAnswer> GetAsync(
        string address,
        IReadOnlyDictionary<string, string> headers,
        CancellationToken cancellationToken
    )
    {
        var answer = await GetOnceAsync(address, headers, cancellationToken);
        return
            answer.Trouble?.Kind is ProviderTroubleKind.CutOff or ProviderTroubleKind.Unreachable
            || (answer.IsServerTrouble && answer.RetryAfter is null)
            ? await GetOnceAsync(address, headers, cancellationToken)
            : answer;
    }

    /// <summary>Sends something once.</summary>
    public async Task<ProviderAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end.Token);
        if (request.Headers.Accept.Count == 0)
        {
            request.Headers.Accept.ParseAdd("application/json");
        }

        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ProviderAnswer.Without(
                ProviderTroubleKind.TimedOut,
                $"did not answer within {patience.TotalSeconds} seconds"
            );
        }
        catch (HttpRequestException problem)
        {
            return Trouble(problem);
        }
        catch (IOException)
        {
            return CutOff();
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<ProviderAnswer> GetOnceAsync(
        string address,
        IReadOnlyDictionary<string, string> headers,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            // The facts may name one of the defaults of this class, and then they win.
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(request, cancellationToken);
    }

    private async Task<ProviderAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (status is >= 300 and < 400)
        {
            var target = response.Headers.Location is { IsAbsoluteUri: true } location ? $" to {location.Host}" : "";
            return ProviderAnswer.Without(ProviderTroubleKind.Redirected, $"answered with a redirect{target}");
        }

        var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        while (await body.ReadAsync(chunk, cancellationToken) is > 0 and var length)
        {
            if (buffer.Length + length > MaximumLength)
            {
                return ProviderAnswer.Without(ProviderTroubleKind.TooLarge, "answered with more than 1 MB");
            }

            await buffer.WriteAsync(chunk.AsMemory(0, length), cancellationToken);
        }

        return new ProviderAnswer
        {
            Status = status,
            MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(),
            Body = buffer.ToArray(),
            MaximumAge = MaximumAge(response.Headers),
            RetryAfter = RetryAfter(response.Headers.RetryAfter),
        };
    }

    private static ProviderAnswer Trouble(HttpRequestException problem) =>
        problem switch
        {
            { InnerException: AuthenticationException } => ProviderAnswer.Without(
                ProviderTroubleKind.Untrusted,
                "shows a certificate that is not trusted here"
            ),
            { HttpRequestError: HttpRequestError.NameResolutionError } => ProviderAnswer.Without(
                ProviderTroubleKind.Unreachable,
                "cannot be found: its name does not resolve"
            ),
            { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError } =>
                ProviderAnswer.Without(ProviderTroubleKind.Unreachable, "cannot be reached"),
            _ => CutOff(),
        };

    private static ProviderAnswer CutOff() =>
        ProviderAnswer.Without(ProviderTroubleKind.CutOff, "broke the connection off");

    private static TimeSpan? MaximumAge(HttpResponseHeaders headers) =>
        headers.CacheControl is { NoStore: true } or { NoCache: true }
            ? TimeSpan.Zero
            : headers.CacheControl?.MaxAge - (headers.Age ?? TimeSpan.Zero);

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }
}
