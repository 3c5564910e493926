namespace Gatehouse.Testing.Providers;

/// <summary>How access tokens of a provider look.</summary>
public sealed record AccessTokenQuirks
{
    /// <summary>A signed JWT; opaque otherwise.</summary>
    public bool IsJwt { get; init; } = true;

    /// <summary>Decides by the token, where both occur: true for a JWT.</summary>
    public Func<Tokens.ProviderGrant, bool>? IsJwtFor { get; init; }

    /// <summary>Before an opaque one.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Characters of an opaque one behind the prefix.</summary>
    public int Length { get; init; } = 64;

    /// <summary><c>typ</c> of the header; null for none.</summary>
    public string? Type { get; init; } = "at+jwt";

    /// <summary>Claims beside iss, iat, exp and jti, or in their place (null removes one); JSON. <c>{audience}</c> is what the request bound the token to, or <see cref="Audience"/>.</summary>
    public string Claims { get; init; } =
        """{"sub":"{sub}","aud":"{audience}","client_id":"{clientId}","scope":"{scope}"}""";

    /// <summary><c>aud</c> where the request bound the token to nothing; JSON, <c>null</c> for none.</summary>
    public string Audience { get; init; } = "\"{clientId}\"";

    /// <summary>Seconds it lives.</summary>
    public int Lifetime { get; init; } = 3600;
}
