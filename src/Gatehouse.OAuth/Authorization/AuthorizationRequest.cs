using Gatehouse.OAuth.Registration;

namespace Gatehouse.OAuth.Authorization;

/// <summary>RFC 6749 §4.1.1: a request that passed every rule; what the consent page is about.</summary>
/// <param name="Client">Who asks.</param>
/// <param name="RedirectUri">Where the answer goes, as the request wrote it.</param>
/// <param name="CodeChallenge">RFC 7636.</param>
/// <param name="Offered">The scopes the person may grant.</param>
/// <param name="State">Opaque; returned byte for byte. Null when the client sent none.</param>
/// <param name="Prompt">Whether a page may or must be shown.</param>
internal sealed record AuthorizationRequest(
    Client Client,
    RedirectUri RedirectUri,
    CodeChallenge CodeChallenge,
    ScopeSet Offered,
    string? State,
    Prompt Prompt
);
