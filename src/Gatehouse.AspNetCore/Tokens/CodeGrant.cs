using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>RFC 6749 §4.1.3: a code becomes a token family, once. A second use revokes what the first one gave (§4.1.2).</summary>
internal sealed class CodeGrant(ITokenStore store, CodeRedemption redemption, TimeProvider time)
{
    public async Task<Result<TokenResponse>> RedeemAsync(
        RequestParameters form,
        Client client,
        CancellationToken cancellationToken
    )
    {
        if (!CodeGrantRequest.Read(form).Succeeded(out var request, out var malformed))
        {
            return malformed;
        }

        if (await store.FindCodeAsync(request.Code.Hash, cancellationToken) is not { } code)
        {
            return Fail("The code is unknown or expired. Sign in again.");
        }

        return await redemption.RefusesUsedAsync(code, client) is { } used ? used
            : Mismatch(code, request, client) is { } mismatch ? mismatch
            : await redemption.RedeemAsync(code, cancellationToken);
    }

    private OAuthError? Mismatch(CodeRecord code, CodeGrantRequest request, Client client) =>
        code switch
        {
            _ when code.IsForDevice => Fail("The code is one of a device; its grant_type is another one."),
            _ when code.ClientHash != client.Id.Hash => Fail("The code was issued to another client."),
            _ when code.ExpiresAt <= time.GetUtcNow() => Fail("The code is unknown or expired. Sign in again."),
            _ when request.RedirectUri is { } uri && uri != code.RedirectUri => Fail(
                "redirect_uri is not the one of the authorization request."
            ),
            _ when !CodeChallenge.Parse(code.Challenge, "S256").Value.IsAnsweredBy(request.Verifier) => Fail(
                "code_verifier does not fit the code_challenge (RFC 7636)."
            ),
            _ => null,
        };

    private static OAuthError Fail(string description) => new(OAuthErrorCodes.InvalidGrant, description);
}
