using System.Text.Json;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Identity;

namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>
/// RFC 7662: tokens the provider is asked about, only so many at once. A provider that is away is left alone for a while, longer
/// each time: meanwhile nobody knows, which is not the same as no. Anybody may show any token, so what the provider says of one is never held against another.
/// </summary>
internal sealed class IntrospectedTokens(IdentityProvider provider, TimeProvider time, ILogger<IntrospectedTokens> log)
    : ITokenReader
{
    private const int MostQuestions = 64;

    // Kept for tokens that were accepted lately: a crowd of invented ones must not keep out who is in.
    private const int KeptQuestions = 16;
    private const int MostDoublings = 5;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan QuietFor = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private int questions;
    private int failures;
    private DateTimeOffset awayUntil;
    private DateTimeOffset quietUntil;

    public async Task<TokenFinding> ReadAsync(string token, bool wasAccepted)
    {
        lock (gate)
        {
            var pause = awayUntil - time.GetUtcNow();
            if (pause > TimeSpan.Zero)
            {
                return new TokenFinding.Unknown(pause);
            }

            if (questions >= (wasAccepted ? MostQuestions : MostQuestions - KeptQuestions))
            {
                return new TokenFinding.Unknown(ShortestPause);
            }

            questions++;
        }

        try
        {
            return await AskAsync(token);
        }
        finally
        {
            lock (gate)
            {
                questions--;
            }
        }
    }

    private async Task<TokenFinding> AskAsync(string token)
    {
        if (!(await provider.Metadata.FindAsync(CancellationToken.None)).Succeeded(out var metadata, out var failure))
        {
            return Away(failure.RetryAfter);
        }

        if (metadata.IntrospectionEndpoint is not { } address)
        {
            return Closed("its metadata names no introspection endpoint");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        Dictionary<string, string> form = new(StringComparer.Ordinal)
        {
            ["token"] = token,
            ["token_type_hint"] = "access_token",
        };
        if (provider.Authentication.Add(request.Headers, form, metadata) is { } unproved)
        {
            return Closed(unproved.Detail);
        }

        request.Content = new FormUrlEncodedContent(form);
        var answer = await provider.Http.SendAsync(request, CancellationToken.None);
        if (answer.Trouble is not null || answer.IsServerTrouble || answer.Status is 408 or 429)
        {
            return Away(answer.RetryAfter);
        }

        // RFC 6749 §5.2: who asks is not known there, or may not ask.
        if (answer.Status is 401 or 403)
        {
            return Closed($"status {answer.Status}");
        }

        if (answer.Status is >= 400 and < 500)
        {
            return NotAnswered(answer.Status);
        }

        if (!answer.IsSuccess || TokenPayload.Parse(answer.Body) is not { } claims)
        {
            Warn($"status {answer.Status}, and no JSON object");
            return new TokenFinding.Unknown(LongestPause);
        }

        lock (gate)
        {
            failures = 0;
        }

        return Judge(claims, metadata);
    }

    private TokenFinding Judge(Claims claims, Discovery.ProviderMetadata metadata)
    {
        if (Claims.Find(claims.Sources[0], "active") is not { ValueKind: JsonValueKind.True })
        {
            return new TokenFinding.Refused("the provider says that it is not active");
        }

        if (claims.Has("iss") && !TokenIssuer.Is(provider.Configuration, metadata, claims))
        {
            return new TokenFinding.Refused("it is of another issuer");
        }

        if (TokenLifetime.Refuses(claims, time.GetUtcNow()) is { } reason)
        {
            return new TokenFinding.Refused(reason);
        }

        return new TokenFinding.Genuine(claims, TypeOf(claims), claims.Time("exp") ?? DateTimeOffset.MaxValue);
    }

    // A refresh token is active too: only what says that it is a bearer token is taken for one.
    private static TokenType TypeOf(Claims claims) =>
        claims.Text("token_type") switch
        {
            { } type => type.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
                ? TokenType.AccessToken
                : TokenType.Other,
            null when claims.Has("typ") || claims.Has("token_use") => TokenType.Unnamed,
            _ => TokenType.Other,
        };

    // RFC 7009 §2.2.1, of which others make use here too: 400 unsupported_token_type. Any other status rather tells of a wrong address.
    private TokenFinding.Refused NotAnswered(int status)
    {
        if (status != 400)
        {
            Warn($"status {status}");
        }

        return new TokenFinding.Refused($"the provider says nothing of it (status {status})");
    }

    // What strangers show must not fill the log.
    private void Warn(string detail)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (now < quietUntil)
            {
                return;
            }

            quietUntil = now + QuietFor;
        }

        log.IntrospectionOdd(provider.Configuration.Name, detail);
    }

    private TokenFinding.Unknown Closed(string detail)
    {
        log.IntrospectionRefused(provider.Configuration.Name, detail);
        return Away(LongestPause);
    }

    private TokenFinding.Unknown Away(TimeSpan? asked)
    {
        lock (gate)
        {
            var pause = asked ?? ShortestPause * (1 << Math.Min(failures, MostDoublings));
            pause = pause < LongestPause ? pause : LongestPause;
            failures++;
            awayUntil = time.GetUtcNow() + pause;
            return new TokenFinding.Unknown(pause);
        }
    }
}
