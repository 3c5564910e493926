using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.Clients;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Authorization;

namespace Gatehouse.AspNetCore.Consent;

/// <summary>
/// Answers a client without asking again: only for a person who is signed in to our pages, for the same client, address and scopes, and never for
/// an address on the person's own device, where any program may listen, nor for a page that hands the answer on to whom the request names. The code leads to the connection that stands; its credential stays.
/// </summary>
internal sealed class ConsentMemory(
    Deployment deployment,
    PersonSessions sessions,
    IConnectionStore connections,
    TraceRing trace,
    TimeProvider time
)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    /// <summary>True for the addresses that an answer is remembered for.</summary>
    public static bool Knows(RedirectUri redirect) =>
        redirect.Kind == RedirectUriKind.Web && !KnownClients.HandsOn(redirect);

    /// <summary>The answer for the client; null when the person has to be asked.</summary>
    public async Task<string?> AnswerAsync(
        HttpContext context,
        AuthorizationRequest request,
        Authorization.TransactionId id
    )
    {
        var session = request.Prompt == Prompt.Always ? null : await sessions.FindAsync(context);
        if (session is not null && Knows(request.RedirectUri) && await IssueAsync(session, request, id) is { } code)
        {
            return AuthorizationResponse.Success(request.RedirectUri, request.State, deployment.Issuer, code);
        }

        return request.Prompt == Prompt.Never
            ? AuthorizationResponse.Failure(
                request.RedirectUri,
                request.State,
                deployment.Issuer,
                session is null
                    ? new OAuthError(
                        OAuthErrorCodes.LoginRequired,
                        "Nobody is signed in; start again without prompt=none."
                    )
                    : new OAuthError(
                        OAuthErrorCodes.InteractionRequired,
                        "The person has to consent; start again without prompt=none."
                    )
            )
            : null;
    }

    private async Task<AuthorizationCode?> IssueAsync(
        PersonSession session,
        AuthorizationRequest request,
        Authorization.TransactionId id
    )
    {
        var living = await connections.ListAsync(session.Person.Key, CancellationToken.None);
        var connection = living.FirstOrDefault(found =>
            found.ClientHash == request.Client.Id.Hash && found.Resource == deployment.Resource.Value
        );
        if (
            connection is null
            || await connections.FindConsentAsync(
                connection.Id,
                request.RedirectUri.Value,
                request.Offered,
                CancellationToken.None
            )
                is not { } consent
        )
        {
            return null;
        }

        var now = time.GetUtcNow();
        var code = AuthorizationCode.New();
        var record = new CodeRecord(
            code.Hash,
            connection.Id,
            request.Client.Id.Hash,
            request.RedirectUri.Value,
            request.CodeChallenge.Value,
            consent.Granted,
            now + CodeLifetime,
            Family: null
        );
        var detail = $"{connection.ClientName}, {consent.Granted}, {id}";
        var entry = new AuditEntry(now, "consent.remembered", session.Person.Key, connection.Id.Value, detail);
        if (!await connections.TryIssueAsync(consent, record, entry, CancellationToken.None))
        {
            return null;
        }

        trace.Record(id, $"{session.Person.DisplayName} allowed {consent.Granted} before; the code is on its way");
        return code;
    }
}
