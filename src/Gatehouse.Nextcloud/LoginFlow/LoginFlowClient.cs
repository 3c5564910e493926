using System.Net;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.LoginFlow;

/// <summary>Nextcloud's Login Flow v2: a person grants in the browser, and this side polls until the app password is there.</summary>
public sealed class LoginFlowClient(NextcloudTransport transport, CloudAddress cloud)
{
    private const int MaxUserAgent = 100;

    /// <summary>The cloud people sign in at.</summary>
    public CloudAddress Cloud => cloud;

    /// <summary>POST <c>/index.php/login/v2</c>.</summary>
    /// <param name="userAgent">
    /// The name the grant page shows and the app password gets: printable ASCII, at most 100 characters; other characters become <c>?</c>.
    /// </param>
    /// <param name="cancellationToken">Gives up; nothing exists at the cloud then but a flow that ends by itself.</param>
    /// <exception cref="NextcloudException">
    /// Unreachable, in maintenance, throttled, a page instead of JSON, or <see cref="NextcloudErrorKind.AddressMismatch"/>.
    /// </exception>
    public async Task<LoginFlowStart> StartAsync(string userAgent, CancellationToken cancellationToken)
    {
        var request = new CloudRequest(HttpMethod.Post, "/index.php/login/v2", "Starting the sign-in")
        {
            UserAgent = Printable(userAgent),
            Accept = "application/json",
            Content = Empty,
        };
        var answer = await transport.SendAnonymouslyAsync(cloud, request, cancellationToken);
        if (!answer.IsSuccess)
            throw new NextcloudException(StartError(request, answer));

        var init = JsonAnswer.Read(request, answer, NextcloudJson.Default.LoginFlowInit);
        if (string.IsNullOrEmpty(init.Poll?.Token))
            throw new NextcloudException(ErrorReader.Unexpected(request, "The answer holds no poll token."));

        AnnouncedAddress.Check(cloud, init.Login, "the address to sign in at");
        AnnouncedAddress.Check(cloud, init.Poll.Endpoint, "the address to poll");
        return new LoginFlowStart(PollToken.Parse(init.Poll.Token), init.Poll.Endpoint!, init.Login!);
    }

    /// <summary>
    /// POST to the poll endpoint, through the internal address when there is one.
    /// <para>
    /// The cloud tells the app password once, with the answer 200, and forgets it. So a poll that was sent is never cancelled:
    /// <paramref name="cancellationToken"/> is looked at before it is sent, and afterwards only the time-out of the transport ends it. The
    /// caller must take a <see cref="LoginFlowPoll.Granted"/> to its end (keep it, or delete it with
    /// <see cref="Ocs.AppPasswordsClient.RevokeAsync"/>) whatever became of the request it serves. What is lost all the same: a connection
    /// that breaks between the cloud's commit and our reading. The app password then stays in the person's list of devices, unused.
    /// </para>
    /// </summary>
    /// <exception cref="NextcloudException">The poll failed for now (unreachable, maintenance, throttled); poll again.</exception>
    public async Task<LoginFlowPoll> PollAsync(LoginFlowStart start, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = AnnouncedAddress.Check(cloud, start.PollEndpoint, "the address to poll");
        var request = new CloudRequest(HttpMethod.Post, path, "Asking whether the sign-in was granted")
        {
            Accept = "application/json",
            Content = () => new FormUrlEncodedContent([new("token", start.PollToken.Reveal())]),
        };
        var answer = await transport.SendAnonymouslyAsync(cloud, request, CancellationToken.None);
        return answer.Status switch
        {
            HttpStatusCode.OK => Granted(request, answer),
            HttpStatusCode.NotFound when answer.MediaType == "application/json" => new LoginFlowPoll.Pending(),
            HttpStatusCode.BadRequest
            or HttpStatusCode.Forbidden
            or HttpStatusCode.MethodNotAllowed
            or HttpStatusCode.Gone => new LoginFlowPoll.Refused(ErrorReader.Read(cloud, request, answer)),
            HttpStatusCode.NotFound => throw new NextcloudException(
                ErrorReader.Unexpected(request, "It answered 404 with a page where Nextcloud answers JSON.")
            ),
            _ => throw new NextcloudException(ErrorReader.Read(cloud, request, answer)),
        };
    }

    private static LoginFlowPoll.Granted Granted(CloudRequest request, CloudAnswer answer)
    {
        var granted = JsonAnswer.Read(request, answer, NextcloudJson.Default.LoginFlowCredentials);
        return granted is { LoginName.Length: > 0, AppPassword.Length: > 0 }
            ? new LoginFlowPoll.Granted(granted.Server ?? "", granted.LoginName, AppPassword.Parse(granted.AppPassword))
            : throw new NextcloudException(
                ErrorReader.Unexpected(request, "The answer holds no login name or no app password.")
            );
    }

    private NextcloudError StartError(CloudRequest request, CloudAnswer answer)
    {
        var error = ErrorReader.Read(cloud, request, answer);
        return error.Kind switch
        {
            NextcloudErrorKind.Forbidden => error with
            {
                Summary = "The Nextcloud does not let this server start a sign-in.",
                NextStep =
                    "Its administrator restricts who may: the setting core.login_flow_v2.allowed_user_agents must allow 'Gatehouse'.",
            },
            NextcloudErrorKind.NotFound => error with
            {
                Kind = NextcloudErrorKind.UnexpectedAnswer,
                Summary = $"There is no Nextcloud at {cloud}, or it is older than version 16.",
                NextStep =
                    "The administrator should check the address of the cloud: it must be the start page of the Nextcloud, with its path.",
            },
            _ => error,
        };
    }

    private static ByteArrayContent Empty() => new([]);

    private static string Printable(string userAgent)
    {
        var printable = string.Concat(userAgent.Select(c => c is >= ' ' and <= '~' ? c : '?')).Trim();
        return printable.Length <= MaxUserAgent ? printable : printable[..MaxUserAgent];
    }
}
