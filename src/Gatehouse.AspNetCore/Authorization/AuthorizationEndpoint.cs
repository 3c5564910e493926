using Gatehouse.AspNetCore.Consent;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.Clients;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Authorization;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.AspNetCore.Authorization;

/// <summary>
/// RFC 6749 §3.1: reads the request and shows the consent page. It calls nobody and writes nothing, so it is safe to fetch twice; only what a
/// signed-in person answered before is answered at once, with a code.
/// </summary>
internal sealed class AuthorizationEndpoint(
    Deployment deployment,
    ClientDirectory clients,
    ConsentPages consent,
    ConsentMemory memory,
    TraceRing trace
) : IEndpoint
{
    private readonly AuthorizationRules rules = new(
        deployment.Scopes,
        new ResourceRule(deployment.Resource),
        deployment.Redirects,
        deployment.Domains
    );

    public bool IsPage => true;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var id = TransactionId.New();
        var parameters = ParameterReader.Query(context.Request);
        if (!AuthorizationRules.ReadClientId(parameters).Succeeded(out var clientId, out var malformed))
        {
            return Refuse(id, Problems.RequestMalformed(malformed));
        }

        var found = await clients.FindToAuthorizeAsync(clientId, context.RequestAborted);
        if (found.Client is not { } client)
        {
            var name = DynamicClientId.ClaimedName(clientId);
            return Refuse(
                id,
                (found.Problem ?? Problems.ClientUnknown) with
                {
                    Reset = Hint(clientId, name, parameters),
                }
            );
        }

        if (!rules.ReadRedirectUri(parameters, client).Succeeded(out var redirect, out var refused))
        {
            var problem = Problems.RedirectRefused(client.DisplayName, refused);
            return Refuse(id, problem with { Reset = Hint(clientId, client.Metadata.Name, parameters) });
        }

        // From here on the address is known to be the client's, and it hears of errors itself (RFC 6749 §4.1.2.1).
        if (!rules.Read(parameters, client, redirect).Succeeded(out var request, out var error))
        {
            trace.Record(id, $"{client.DisplayName} asked wrongly: {error.Code}: {error.Description}");
            return Results.Extensions.ToClient(
                AuthorizationResponse.Failure(redirect, parameters["state"], deployment.Issuer, error)
            );
        }

        trace.Record(
            id,
            $"{client.DisplayName} ({client.Id.Hash}) asks for {request.Offered}; answer goes to {redirect.Kind} {redirect.Host}"
        );
        return await memory.AnswerAsync(context, request, id) is { } answer
            ? Results.Extensions.ToClient(answer)
            : consent.Show(context, request, id);
    }

    private static ResetHint? Hint(ClientId id, string? name, RequestParameters parameters) =>
        ResetHint.For(
            new ClientTraits(
                id.Value,
                name,
                RedirectUri.Parse(parameters["redirect_uri"]).Succeeded(out var redirect, out _) ? redirect : null
            )
        );

    private static ErrorResult Refuse(TransactionId id, Problem problem) =>
        new(problem, id, StatusCodes.Status400BadRequest);
}
