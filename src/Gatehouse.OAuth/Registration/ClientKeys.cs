namespace Gatehouse.OAuth.Registration;

/// <summary>RFC 7591 §2: the public keys of a client that signs its token requests. Exactly one of the first two is there.</summary>
/// <param name="Jwks">The keys themselves, JSON (RFC 7517 §5).</param>
/// <param name="JwksUri">Where they are published.</param>
/// <param name="Algorithm">The only algorithm it uses; null when it does not say.</param>
public sealed record ClientKeys(string? Jwks, string? JwksUri, string? Algorithm);
