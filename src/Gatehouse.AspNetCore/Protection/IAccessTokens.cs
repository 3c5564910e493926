namespace Gatehouse.AspNetCore.Protection;

/// <summary>Says whose the access tokens of this resource are: this server's own, or those of a provider that are taken as they are.</summary>
public interface IAccessTokens
{
    /// <summary>The issuer clients get them from, as the protected-resource document names it.</summary>
    string AuthorizationServer { get; }

    /// <summary>Looks at the token of one request.</summary>
    ValueTask<TokenVerdict> VerifyAsync(string token, CancellationToken cancellationToken);
}
