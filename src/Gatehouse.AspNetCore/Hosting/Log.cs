using Gatehouse.AspNetCore.Authorization;

namespace Gatehouse.AspNetCore.Hosting;

internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Warning, "{Task} failed and will be tried again")]
    public static partial void HousekeepingFailed(this ILogger logger, Exception exception, string task);

    [LoggerMessage(1001, LogLevel.Error, "Storage does not answer; the request to {Path} is answered with 503")]
    public static partial void StorageUnavailable(this ILogger logger, Exception exception, string path);

    [LoggerMessage(
        1005,
        LogLevel.Error,
        "Storage does not answer; the request to {Path} is answered with 503, support id {SupportId}"
    )]
    public static partial void StorageUnavailable(
        this ILogger logger,
        Exception exception,
        string path,
        TransactionId supportId
    );

    [LoggerMessage(1002, LogLevel.Error, "Unexpected failure at {Path}, support id {SupportId}")]
    public static partial void UnexpectedFailure(
        this ILogger logger,
        Exception exception,
        string path,
        TransactionId supportId
    );

    [LoggerMessage(
        1003,
        LogLevel.Critical,
        "The MCP endpoint was reached at {PathBase}{Path}, which is not protected; the request is refused. Map it at {ResourcePath}, without UsePathBase, Map or a rewrite in front of it"
    )]
    public static partial void McpUnprotected(this ILogger logger, string pathBase, string path, string resourcePath);

    [LoggerMessage(
        1004,
        LogLevel.Information,
        "A bearer token of more than {Length} characters was refused unread. If it is one of an identity provider, let it write fewer groups or claims into access tokens"
    )]
    public static partial void TokenTooLong(this ILogger logger, int length);
}
