namespace Gatehouse.IdentityProviders.Errors;

internal static partial class Log
{
    /// <summary>The one line an operator finds by the support id of the page.</summary>
    public static void ProviderFailed(
        this ILogger logger,
        string provider,
        string supportId,
        ProviderFailure failure
    ) => ProviderFailed(logger, provider, supportId, failure.Code, failure.ProviderCode ?? "-", failure.Detail);

    [LoggerMessage(
        2120,
        LogLevel.Warning,
        "Identity provider {Provider}, support id {SupportId}: {Code} ({ProviderCode}): {Detail}"
    )]
    private static partial void ProviderFailed(
        ILogger logger,
        string provider,
        string supportId,
        string code,
        string providerCode,
        string detail
    );
}
