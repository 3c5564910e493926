using Gatehouse.Nextcloud.Errors;

namespace Gatehouse.Nextcloud.Transport;

/// <summary>What a call is told that got no answer.</summary>
internal static class TransportErrors
{
    /// <summary>The error, or null when the exception is none of the network's (the caller gave up, a bug).</summary>
    public static NextcloudError? Read(
        CloudAddress cloud,
        CloudRequest request,
        Exception exception,
        Deadline deadline
    ) =>
        exception switch
        {
            OperationCanceledException when deadline.IsOver => Unreachable(
                cloud,
                request,
                $"It did not answer within {deadline.Allowed.TotalSeconds:0} seconds."
            ),
            // SocketsHttpHandler says so when its ConnectTimeout is over, long before the deadline of the call.
            OperationCanceledException { InnerException: TimeoutException } => Unreachable(
                cloud,
                request,
                "No connection came about in time.",
                wasSent: false
            ),
            HttpRequestException http => Unreachable(cloud, request, Cause(http), wasSent: !IsBeforeSending(http)),
            IOException => Unreachable(cloud, request, "The connection broke while the answer was coming."),
            _ => null,
        };

    public static NextcloudError TooLarge(CloudRequest request, int maxBytes) =>
        new(
            NextcloudErrorKind.TooLarge,
            $"{request.Doing} failed: the answer is larger than {maxBytes} bytes.",
            "The answer was not read to its end.",
            request.IsSafe
                ? "Ask for less: a smaller page, a part of the file, or fewer properties."
                : ErrorReader.Uncertain
        );

    private static bool IsBeforeSending(HttpRequestException exception) =>
        exception.HttpRequestError
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError;

    private static NextcloudError Unreachable(
        CloudAddress cloud,
        CloudRequest request,
        string cause,
        bool wasSent = true
    ) =>
        new(
            NextcloudErrorKind.CloudUnreachable,
            $"{request.Doing} failed: {cloud} cannot be reached.",
            cause,
            $"{(wasSent && !request.IsSafe ? ErrorReader.Uncertain : "Try again in a moment.")} If it stays so, the administrator should check the address of the cloud and the network between it and this server."
        );

    private static string Cause(HttpRequestException exception) =>
        exception.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => "Its host name does not resolve.",
            HttpRequestError.ConnectionError => "The connection was refused or did not come about.",
            HttpRequestError.SecureConnectionError =>
                "The TLS connection failed: its certificate is not trusted here or does not match the name. For a private authority, configure its CA file.",
            HttpRequestError.InvalidResponse or HttpRequestError.VersionNegotiationError =>
                "What answered does not speak HTTP properly.",
            HttpRequestError.ConfigurationLimitExceeded => "Its answer exceeds a limit of this client.",
            _ => "The connection broke before the answer came.",
        };
}
