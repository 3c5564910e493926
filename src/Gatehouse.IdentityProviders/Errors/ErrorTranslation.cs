using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Tokens;
using Gatehouse.IdentityProviders.Transport;

namespace Gatehouse.IdentityProviders.Errors;

/// <summary>
/// What an error of a provider means and who can do something about it: by the facts of the provider first, then by the RFCs, then by the status alone.
/// </summary>
internal sealed class ErrorTranslation(ConfiguredProvider provider)
{
    private const string Later = "Try again in a minute.";
    private const string Again = "Start the sign-in again.";

    /// <summary>There was no answer.</summary>
    /// <param name="trouble">Why.</param>
    /// <param name="purpose">What it was asked for, such as "its metadata".</param>
    public ProviderFailure Of(ProviderTrouble trouble, string purpose)
    {
        var meaning = $"{provider.Title} {trouble.Reason} when it was asked for {purpose}.";
        return trouble.Kind switch
        {
            ProviderTroubleKind.Untrusted => New(
                ProviderRemedy.AskOperator,
                ProviderCodes.Unreachable,
                meaning,
                "Let this computer trust the authority of that certificate."
            ),
            ProviderTroubleKind.Redirected => New(
                ProviderRemedy.AskOperator,
                ProviderCodes.Unexpected,
                meaning,
                "Redirects are not followed, because they could lead a secret elsewhere. Write the Issuer exactly as the provider does, and look for a proxy in between."
            ),
            ProviderTroubleKind.TooLarge => New(
                ProviderRemedy.AskOperator,
                ProviderCodes.Unexpected,
                meaning,
                "No such answer is that large: look at what is at the address of the Issuer."
            ),
            _ => New(ProviderRemedy.TryLater, ProviderCodes.Unreachable, meaning, Later),
        };
    }

    /// <summary>There was an answer, and no error in it that could be read.</summary>
    public ProviderFailure Of(ProviderAnswer answer, string purpose)
    {
        if (answer.Trouble is { } trouble)
        {
            return Of(trouble, purpose);
        }

        if (OfStatus(answer, purpose) is { } passing)
        {
            return passing;
        }

        var form = answer.IsHtml ? "a page for people" : "something unreadable";
        return New(
            ProviderRemedy.AskOperator,
            ProviderCodes.Unexpected,
            $"{provider.Title} answered with {form} (status {answer.Status}) when it was asked for {purpose}.",
            "Something in front of the provider (a proxy, a captive portal, a web firewall) may have answered in its place, or the Issuer is the address of something else."
        );
    }

    /// <summary>The provider named an error.</summary>
    public ProviderFailure Of(ErrorAnswer error, ProviderAnswer answer, string purpose)
    {
        var detail = SaidText.Of($"{error.Code}: {error.Description}");
        var failure = OfFacts(error) ?? OfStatus(answer, purpose) ?? OfCode(error.Code);
        return failure with
        {
            Detail = Redact(detail),
            ProviderCode = failure.ProviderCode ?? SaidText.Of(error.Code),
            RetryAfter = answer.RetryAfter,
        };
    }

    /// <summary>The provider refused and said nothing at all: too little to end what may well be alive.</summary>
    public ProviderFailure OfSilence(ProviderAnswer answer, string purpose) =>
        New(
            ProviderRemedy.TryLater,
            ProviderCodes.Unreachable,
            $"{provider.Title} refused without a word (status {answer.Status}) when it was asked for {purpose}.",
            $"{Later} If it stays so, end the connection and sign in again."
        ) with
        {
            RetryAfter = answer.RetryAfter,
        };

    /// <summary>The browser came back with an error: RFC 6749 §4.1.2.1. Anybody can write such an address, so nothing of it is shown.</summary>
    public ProviderFailure OfCallback(string code, string? description)
    {
        var error = new ErrorAnswer(code, description ?? "");
        return Of(error, new ProviderAnswer { Status = 302 }, "the sign-in");
    }

    private ProviderFailure? OfFacts(ErrorAnswer error)
    {
        foreach (var known in provider.Facts.Errors)
        {
            if (
                known.Code == error.Code
                || (!IsErrorValue(known.Code) && Names(error.Description, known.Code))
                || error.Numbers.Any(number => IsNumberOf(known.Code, number))
            )
            {
                return New(known.Remedy, CodeOf(known.Remedy), known.Meaning, known.Fix) with
                {
                    ProviderCode = known.Code,
                };
            }
        }

        return null;
    }

    private ProviderFailure? OfStatus(ProviderAnswer answer, string purpose) =>
        answer.Status switch
        {
            429 => New(
                ProviderRemedy.TryLater,
                ProviderCodes.Throttled,
                $"{provider.Title} gets too many requests at the moment.",
                answer.RetryAfter is { } wait ? $"Try again in {Math.Ceiling(wait.TotalSeconds)} seconds." : Later
            ) with
            {
                RetryAfter = answer.RetryAfter,
            },
            >= 500 => New(
                ProviderRemedy.TryLater,
                ProviderCodes.Unreachable,
                $"{provider.Title} is in trouble (status {answer.Status}) when it was asked for {purpose}.",
                Later
            ) with
            {
                RetryAfter = answer.RetryAfter,
            },
            _ => null,
        };

    private ProviderFailure OfCode(string code) =>
        code switch
        {
            "access_denied" or "user_denied" or "consent_denied" => New(
                ProviderRemedy.Denied,
                ProviderCodes.Denied,
                $"The sign-in was refused at {provider.Title}, by you or by its rules.",
                "Try again if that was a mistake; otherwise ask the administrator there whether you may use this application."
            ),
            "temporarily_unavailable" or "server_error" or "slow_down" => New(
                ProviderRemedy.TryLater,
                ProviderCodes.Unreachable,
                $"{provider.Title} says that it cannot do this right now.",
                Later
            ),
            // The last ones are no RFC's: glewlwyd, GitHub, and resource servers that answer in place of the authorization server.
            "invalid_grant"
            or "login_required"
            or "interaction_required"
            or "consent_required"
            or "account_selection_required"
            or "expired_token"
            or "invalid_token"
            or "invalid_code"
            or "bad_verification_code"
            or "bad_refresh_token" => New(
                ProviderRemedy.SignInAgain,
                ProviderCodes.SignInAgain,
                $"{provider.Title} does not accept this sign-in any more: it was used, it is too old, or it was taken back.",
                Again
            ),
            "invalid_client" or "incorrect_client_credentials" => New(
                ProviderRemedy.AskOperator,
                ProviderCodes.Refused,
                $"{provider.Title} does not accept this server as the client it says it is.",
                $"Look at ClientId and {CredentialKey} of the provider {provider.Name}: the client may be unknown there, or what proves it may be wrong or out of date."
            ),
            "redirect_uri_mismatch" or "invalid_redirect_uri" => New(
                ProviderRemedy.AskOperator,
                ProviderCodes.Refused,
                $"{provider.Title} does not know the address it should answer to.",
                $"Register the address PublicUrl/callback/{provider.Name} there, character for character."
            ),
            "invalid_scope" => New(
                ProviderRemedy.AskOperator,
                ProviderCodes.Refused,
                $"{provider.Title} does not grant the scopes this server asks for.",
                $"Allow them there, or change Scopes of the provider {provider.Name}."
            ),
            "unauthorized_client" or "unsupported_grant_type" or "unsupported_response_type" => New(
                ProviderRemedy.AskOperator,
                ProviderCodes.Refused,
                $"{provider.Title} does not let this client sign people in this way.",
                "Allow the authorization code flow, and refresh tokens, for the client there."
            ),
            "invalid_target" => New(
                ProviderRemedy.AskOperator,
                ProviderCodes.Refused,
                $"{provider.Title} does not know the resource a token was asked for.",
                $"Look at UpstreamAudience, Scopes and Parameters of the provider {provider.Name}."
            ),
            _ => New(
                ProviderRemedy.AskOperator,
                ProviderCodes.Refused,
                $"{provider.Title} refused what this server asked for.",
                $"The log holds what it said. Look at the page of the provider: {provider.Facts.Page}."
            ),
        };

    private string CredentialKey =>
        provider.Credential switch
        {
            ClientCredential.Key => "ClientKeyFile or ClientCertificateFile",
            ClientCredential.Secret => "ClientSecret",
            _ => "the missing ClientSecret",
        };

    private static string CodeOf(ProviderRemedy remedy) =>
        remedy switch
        {
            ProviderRemedy.SignInAgain => ProviderCodes.SignInAgain,
            ProviderRemedy.TryLater => ProviderCodes.Unreachable,
            ProviderRemedy.Denied => ProviderCodes.Denied,
            _ => ProviderCodes.Refused,
        };

    // AADSTS65001 is not in AADSTS650010.
    private static bool Names(string description, string code)
    {
        for (
            var at = description.IndexOf(code, StringComparison.Ordinal);
            at >= 0;
            at = description.IndexOf(code, at + 1, StringComparison.Ordinal)
        )
        {
            var end = at + code.Length;
            if (
                (at == 0 || !char.IsAsciiLetterOrDigit(description[at - 1]))
                && (end == description.Length || !char.IsAsciiLetterOrDigit(description[end]))
            )
            {
                return true;
            }
        }

        return false;
    }

    // 65001 is the number of AADSTS65001.
    private static bool IsNumberOf(string code, string number) =>
        code.Length > number.Length
        && code.EndsWith(number, StringComparison.Ordinal)
        && code.AsSpan(0, code.Length - number.Length).IndexOfAnyInRange('0', '9') < 0;

    // A description may well speak of "invalid_grant" and mean something else.
    private static bool IsErrorValue(string code) =>
        code.All(letter => char.IsAsciiLetterLower(letter) || letter == '_');

    private string Redact(string text) =>
        provider.Credential is ClientCredential.Secret { Value: var secret }
            ? text.Replace(secret.Reveal(), "***", StringComparison.Ordinal)
            : text;

    private static ProviderFailure New(ProviderRemedy remedy, string code, string meaning, string fix) =>
        new(remedy, code, meaning, fix, Detail: meaning);
}
