using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Transport;

namespace Gatehouse.IdentityProviders.Tokens;

/// <summary>
/// Reads what a token endpoint answers, as lenient as providers are careless: errors with status 200, numbers as strings, scopes with commas, types of any case,
/// and next to nothing that must be there. What it takes for a token is one; it never throws, whatever the bytes.
/// </summary>
internal static class TokenAnswerReader
{
    private const int LongestToken = 64 * 1024;

    /// <summary>What the answer is; all null when it is nothing that could be read.</summary>
    public static (TokenAnswer? Tokens, ErrorAnswer? Error) Read(ProviderAnswer answer)
    {
        if (answer.Trouble is not null)
        {
            return (null, null);
        }

        if (AnswerMembers.TryParse(answer.Body) is not { } members)
        {
            return (null, Bodiless(answer));
        }

        return ErrorOf(members) is { } error ? (null, error)
            : answer.IsSuccess ? (TokensOf(members), null)
            : (null, Bodiless(answer));
    }

    /// <summary>
    /// A refusal without a word. glewlwyd answers a dead refresh token so, and a proxy whatever it dislikes: what it means depends on what was asked.
    /// </summary>
    public static bool IsSilentRefusal(ProviderAnswer answer) =>
        answer is { Trouble: null, Status: 400 } && IsEmpty(answer);

    // Some answer a wrong secret like that.
    private static ErrorAnswer? Bodiless(ProviderAnswer answer) =>
        answer is { Status: 401 } && IsEmpty(answer) ? new ErrorAnswer("invalid_client", "status 401, no body") : null;

    private static bool IsEmpty(ProviderAnswer answer) => answer.Body.Span.Trim(" \t\r\n"u8).Length == 0;

    private static ErrorAnswer? ErrorOf(AnswerMembers members)
    {
        // Okta's own envelope in the place of OAuth's.
        var code = members["error"] ?? members["errorCode"];
        return code is null
            ? null
            : new ErrorAnswer(code, members["error_description"] ?? members["errorSummary"] ?? "")
            {
                Numbers = members["error_codes"]?.Split(' ') ?? [],
            };
    }

    private static TokenAnswer? TokensOf(AnswerMembers members)
    {
        // A type that is neither needs a proof this server cannot give; N_A is RFC 8693's word for a token that is no access token.
        var type = members["token_type"] ?? "Bearer";
        if (
            Token(members["access_token"]) is not { } access
            || !(
                type.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
                || type.Equals("N_A", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return null;
        }

        return new TokenAnswer(access)
        {
            ExpiresIn = members.Seconds("expires_in"),
            RefreshToken = Token(members["refresh_token"]),
            Scopes = members["scope"]
                ?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            IdToken = Token(members["id_token"]),
        };
    }

    // RFC 6749 Appendix A.12: visible ASCII. Anything else could end a header.
    private static ProviderSecret? Token(string? text) =>
        text is { Length: > 0 and <= LongestToken } && !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? ProviderSecret.From(text)
            : null;
}
