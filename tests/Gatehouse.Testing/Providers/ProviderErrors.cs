using System.Text.Json.Nodes;

namespace Gatehouse.Testing.Providers;

/// <summary>A provider's words for what goes wrong; those of RFC 6749 by default.</summary>
public sealed record ProviderErrors
{
    /// <summary>Authorization for a client it does not know: a page.</summary>
    public ErrorWords UnknownClient { get; init; } = new("invalid_client", "unknown client");

    /// <summary>An address that is not registered: a page.</summary>
    public ErrorWords BadRedirect { get; init; } = new("invalid_request", "redirect_uri did not match");

    /// <summary>A scope it does not know.</summary>
    public ErrorWords BadScope { get; init; } = new("invalid_scope", "requested scope is not allowed");

    /// <summary>A <c>resource</c> or <c>audience</c> it does not know or want.</summary>
    public ErrorWords BadTarget { get; init; } = new("invalid_target", "resource indicator is missing, or unknown");

    /// <summary>The person or an administrator said no.</summary>
    public ErrorWords Denied { get; init; } = new("access_denied", "End-User aborted interaction");

    /// <summary>No code challenge, or one of a method it does not know.</summary>
    public ErrorWords BadChallenge { get; init; } =
        new("invalid_request", "code challenge is missing or of an unknown method");

    /// <summary>A client it does not know, or a wrong proof of who it is.</summary>
    public ErrorWords BadClient { get; init; } = new("invalid_client", "client authentication failed", 401);

    /// <summary>No proof at all; <see cref="BadClient"/> when null.</summary>
    public ErrorWords? NoClientProof { get; init; }

    /// <summary>A code that is wrong, old, used or another client's.</summary>
    public ErrorWords BadCode { get; init; } = new("invalid_grant", "grant request is invalid");

    /// <summary>A refresh token that is dead.</summary>
    public ErrorWords DeadRefreshToken { get; init; } = new("invalid_grant", "refresh token is invalid or expired");

    /// <summary>A grant it does not know.</summary>
    public ErrorWords BadGrantType { get; init; } = new("unsupported_grant_type", "unsupported grant_type requested");

    /// <summary>A subject token or assertion it does not take.</summary>
    public ErrorWords BadSubjectToken { get; init; } = new("invalid_grant", "subject token is not valid");

    /// <summary>A dead or foreign token at the account endpoint.</summary>
    public ErrorWords BadToken { get; init; } = new("invalid_token", "invalid token provided", 401);

    /// <summary>What its error objects have beside the words; JSON.</summary>
    public string More { get; init; } = "{}";

    /// <summary>Makes the whole answer of the words and of the usual error object, for a provider whose errors look like no other's.</summary>
    public Func<ErrorWords, JsonObject, ProviderAnswer>? Shape { get; init; }
}
