namespace Gatehouse.IdentityProviders.ResourceServer;

internal static partial class Log
{
    [LoggerMessage(4300, LogLevel.Debug, "An access token was refused: {Reason}")]
    public static partial void TokenNotGenuine(this ILogger logger, string reason);

    [LoggerMessage(4301, LogLevel.Information, "An access token of {Provider} was refused: {Reason}")]
    public static partial void TokenRefused(this ILogger logger, string provider, string reason);

    [LoggerMessage(
        4302,
        LogLevel.Information,
        "An access token of {Provider} gives none of the scopes of this server; see ScopeMap, ScopePrefixes and ScopeClaims"
    )]
    public static partial void TokenWithoutScopes(this ILogger logger, string provider);

    [LoggerMessage(
        4303,
        LogLevel.Information,
        "Access tokens of {Provider} ({Issuer}) are taken as they are, where they say {Audience}"
    )]
    public static partial void TakesTokens(this ILogger logger, string provider, string issuer, string audience);

    [LoggerMessage(
        4304,
        LogLevel.Warning,
        "{Provider} lacks something for clients that sign in there by themselves: {Lack}"
    )]
    public static partial void ProviderLacks(this ILogger logger, string provider, string lack);

    [LoggerMessage(
        4305,
        LogLevel.Warning,
        "{Provider} did not answer at the start ({Meaning}); tokens are checked as soon as it does"
    )]
    public static partial void ProviderNotThere(this ILogger logger, string provider, string meaning);

    [LoggerMessage(
        4306,
        LogLevel.Error,
        "{Provider} does not let this server introspect tokens: {Detail}. Check ClientId and its secret"
    )]
    public static partial void IntrospectionRefused(this ILogger logger, string provider, string detail);

    [LoggerMessage(
        4307,
        LogLevel.Warning,
        "{Provider} did not answer as RFC 7662 has it when it was asked about an access token: {Detail}. If that is so for every token, check introspection_endpoint in its metadata"
    )]
    public static partial void IntrospectionOdd(this ILogger logger, string provider, string detail);
}
