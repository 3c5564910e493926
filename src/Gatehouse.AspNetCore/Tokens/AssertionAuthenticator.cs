using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Registration.Documents;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Registration.Documents;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>OpenID Connect Core §9, <c>private_key_jwt</c>: a client that publishes keys signs every request to the token endpoint, each once.</summary>
internal sealed class AssertionAuthenticator(
    Deployment deployment,
    ClientDocuments documents,
    ClientKeySets keySets,
    UsedAssertions used,
    TimeProvider time
)
{
    private readonly ClientAssertion rule = new(deployment.Issuer, time);

    /// <summary>Null when the client has proved who it is.</summary>
    public async Task<OAuthError?> RefusesAsync(
        Client client,
        ClientCredentials shown,
        CancellationToken cancellationToken
    )
    {
        if (shown.Assertion is not { } assertion || ClientAssertion.Peek(assertion) is not var (_, keyId))
        {
            return ClientAssertion.Fail("the client has to sign its request (private_key_jwt)");
        }

        var keys = await KeysAsync(client, cancellationToken);
        if (await keySets.FindAsync(keys, keyId) is not { } published)
        {
            // Not invalid_client: nothing is wrong with the client, and it must not sign in anew.
            return new OAuthError(
                OAuthErrorCodes.TemporarilyUnavailable,
                "The keys of the client cannot be fetched right now. Try again."
            );
        }

        if (
            !(await rule.ReadAsync(assertion, client.Id, keys.Algorithm, published)).Succeeded(
                out var read,
                out var wrong
            )
        )
        {
            return wrong;
        }

        return used.TryUse(read) ? null : ClientAssertion.Fail("it was used before");
    }

    // As published now, for keys change; as it was approved when the publisher is away, for then nothing is known to have changed.
    private async Task<ClientKeys> KeysAsync(Client client, CancellationToken cancellationToken) =>
        DocumentUrl.IsMeant(client.Id)
        && (await documents.FindAsync(client.Id, cancellationToken)).Client?.Metadata.Keys is { } published
            ? published
            : client.Metadata.Keys!;
}
