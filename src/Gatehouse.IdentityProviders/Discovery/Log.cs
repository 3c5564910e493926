namespace Gatehouse.IdentityProviders.Discovery;

internal static partial class Log
{
    [LoggerMessage(
        2100,
        LogLevel.Warning,
        "The metadata of identity provider {Provider} cannot be used ({Code}): {Detail}. The last good one serves on: {ServesOn}"
    )]
    public static partial void MetadataUnavailable(
        this ILogger logger,
        string provider,
        string code,
        string detail,
        bool servesOn
    );

    [LoggerMessage(
        2101,
        LogLevel.Warning,
        "The keys of identity provider {Provider} cannot be used ({Code}): {Detail}. The last good ones serve on: {ServesOn}"
    )]
    public static partial void KeysUnavailable(
        this ILogger logger,
        string provider,
        string code,
        string detail,
        bool servesOn
    );
}
