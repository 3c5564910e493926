using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gatehouse.Nextcloud.Errors;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>
/// The only way out to a Nextcloud: one pooled handler without cookies and redirects, <c>OCS-APIRequest: true</c> on every call (without it
/// app APIs answer 401 and OCS 412), the public host name when an internal address is called, bounds and time-outs, and the guard that
/// stops using a credential at its first 401. One instance serves all people and clouds of a process; it is thread-safe.
/// </summary>
public sealed class NextcloudTransport : IDisposable
{
    private const int Tries = 3;

    private readonly NextcloudTransportOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly HttpMessageInvoker http;
    private readonly ConcurrentDictionary<CloudAddress, CloudGuard> guards = new();

    /// <summary>Makes the transport.</summary>
    /// <exception cref="IOException">The extra CA file cannot be read.</exception>
    /// <exception cref="FormatException">The extra CA file holds no certificate.</exception>
    public NextcloudTransport(NextcloudTransportOptions options, TimeProvider time, ILogger<NextcloudTransport> logger)
    {
        this.options = options;
        this.time = time;
        this.logger = logger;
        http = new HttpMessageInvoker(CloudHandler.Create(options), disposeHandler: true);
    }

    /// <summary>
    /// The cloud refused a credential twice, a minute apart. Raised once per credential version, outside any call, on a thread-pool thread.
    /// </summary>
    public event EventHandler<CredentialRetiredEventArgs>? CredentialRetired;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var guard in guards.Values)
            guard.Dispose();
        http.Dispose();
    }

    /// <summary>A call as nobody.</summary>
    internal Task<CloudAnswer> SendAnonymouslyAsync(
        CloudAddress cloud,
        CloudRequest request,
        CancellationToken cancellationToken
    ) => ReadAsync(cloud, login: null, request, cancellationToken);

    /// <summary>A call as somebody whose answer is looked at by the caller, whatever its status.</summary>
    /// <exception cref="NextcloudException">
    /// There was no answer, or a success that is none (<see cref="SuccessCheck"/>), or the guard did not let the call through.
    /// </exception>
    internal async Task<CloudAnswer> SendAsync(
        NextcloudLogin login,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var guard = GuardOf(login.Cloud);
        guard.Enter(login, request);
        var answer = await ReadAsync(login.Cloud, login, request, cancellationToken);
        if (answer.IsSuccess)
        {
            // Before the guard hears of it: a page of what stands in front of the cloud says nothing of a credential.
            SuccessCheck.Require(request, answer);
            login.Journal?.Note(request);
        }

        guard.Report(login, VerdictOf(answer.Status));
        return answer;
    }

    /// <summary>A call as somebody that must succeed.</summary>
    /// <exception cref="NextcloudException">It did not.</exception>
    internal async Task<CloudAnswer> CallAsync(
        NextcloudLogin login,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await SendAsync(login, request, cancellationToken);
        return answer.IsSuccess ? answer : throw new NextcloudException(ErrorReader.Read(login.Cloud, request, answer));
    }

    /// <summary>A call that the guard neither stops nor learns from: giving an app password back must be possible when it is parked.</summary>
    /// <exception cref="NextcloudException">There was no answer, or a success that is none (<see cref="SuccessCheck"/>).</exception>
    internal async Task<CloudAnswer> SendUnguardedAsync(
        NextcloudLogin login,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await ReadAsync(login.Cloud, login, request, cancellationToken);
        if (answer.IsSuccess)
            SuccessCheck.Require(request, answer);
        return answer;
    }

    /// <summary>A call whose body is read by the caller. A status that is no success is thrown.</summary>
    internal async Task<CloudStream> OpenAsync(
        NextcloudLogin login,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var guard = GuardOf(login.Cloud);
        guard.Enter(login, request);
        var stream = await OpenOnceAsync(login.Cloud, login, request, cancellationToken);
        guard.Report(login, VerdictOf(stream.Response.StatusCode));
        if (stream.Response.IsSuccessStatusCode)
            return stream;

        await using (stream)
        {
            var answer = await stream.ReadToEndAsync(options.MaxAnswerBytes);
            throw new NextcloudException(ErrorReader.Read(login.Cloud, request, answer));
        }
    }

    private CloudGuard GuardOf(CloudAddress cloud) =>
        guards.GetOrAdd(cloud, address => new CloudGuard(address, time, logger, ProbeAsync, Retire));

    private void Retire(NextcloudLogin login) =>
        CredentialRetired?.Invoke(this, new CredentialRetiredEventArgs(login.Cloud, login.LoginName, login.Credential));

    private async Task<CredentialVerdict> ProbeAsync(NextcloudLogin login)
    {
        var request = new CloudRequest(
            HttpMethod.Get,
            "/ocs/v2.php/cloud/user?format=json",
            "Trying the app password again"
        )
        {
            Accept = "application/json",
        };
        var answer = await SendUnguardedAsync(login, request, CancellationToken.None);
        return VerdictOf(answer.Status);
    }

    private static CredentialVerdict VerdictOf(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.Unauthorized => CredentialVerdict.Refused,
            HttpStatusCode.Forbidden or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed =>
                CredentialVerdict.Accepted,
            // A missing route is answered before anybody looks at the credential.
            >= HttpStatusCode.MultipleChoices => CredentialVerdict.Unknown,
            _ => CredentialVerdict.Accepted,
        };

    private async Task<CloudAnswer> ReadAsync(
        CloudAddress cloud,
        NextcloudLogin? login,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var attempt = 0;
        while (true)
        {
            attempt++;
            await using var stream = await OpenOnceAsync(cloud, login, request, cancellationToken);
            var answer = await stream.ReadToEndAsync(options.MaxAnswerBytes);
            if (attempt == Tries || WaitBeforeNextTry(request, answer) is not { } wait)
                return answer;

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private TimeSpan? WaitBeforeNextTry(CloudRequest request, CloudAnswer answer)
    {
        var isPassing = answer.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
        return request.IsSafe && isPassing && RetryAfter.Of(answer, time) is { } wait && wait <= options.MaxRetryAfter
            ? wait
            : null;
    }

    private async Task<CloudStream> OpenOnceAsync(
        CloudAddress cloud,
        NextcloudLogin? login,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        if (request.LeavesItsPlace)
            throw new NextcloudException(ErrorReader.NoName(request));

        var deadline = new Deadline(
            request.IsTransfer ? options.TransferTimeout : options.Timeout,
            time,
            cancellationToken
        );
        try
        {
            using var message = Message(cloud, login, request);
            var response = await http.SendAsync(message, deadline.Token);
            return new CloudStream(cloud, request, response, deadline);
        }
        catch (Exception exception) when (TransportErrors.Read(cloud, request, exception, deadline) is { } error)
        {
            deadline.Dispose();
            throw new NextcloudException(error, exception);
        }
        catch
        {
            deadline.Dispose();
            throw;
        }
    }

    private HttpRequestMessage Message(CloudAddress cloud, NextcloudLogin? login, CloudRequest request)
    {
        var message = new HttpRequestMessage(request.Method, cloud.Called(request.Path))
        {
            Content = request.Content?.Invoke(),
        };
        message.Headers.Host = cloud.HostHeader;
        message.Headers.TryAddWithoutValidation("User-Agent", request.UserAgent ?? options.UserAgent);
        message.Headers.TryAddWithoutValidation("OCS-APIRequest", "true");
        if (request.Accept is { } accept)
            message.Headers.TryAddWithoutValidation("Accept", accept);
        if (login is not null)
        {
            var pair = Encoding.UTF8.GetBytes($"{login.LoginName}:{login.AppPassword.Reveal()}");
            message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
        }

        foreach (var (name, value) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
