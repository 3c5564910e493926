using System.Globalization;
using System.Text.RegularExpressions;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Errors;

/// <summary>Reads an answer that is no success: one table from status and body to what happened, why and what to do.</summary>
internal static partial class ErrorReader
{
    /// <summary>The next step where a change was asked for and its answer never came, or was none.</summary>
    public const string Uncertain = "It is not known whether it was done: look before doing it again.";

    private const string AskAdministrator = "If it stays so, tell the administrator of the Nextcloud.";

    public static NextcloudError Read(CloudAddress cloud, CloudRequest request, CloudAnswer answer)
    {
        var message = CloudMessage.Of(answer);
        var error = (int)answer.Status switch
        {
            >= 300 and < 400 => Redirect(cloud, request, answer),
            400 => BadRequest(cloud, request, answer, message),
            401 => Unauthorized(request, message),
            403 => Forbidden(request),
            415 or 422 => Refused(request),
            404 => NotFound(request, answer, message),
            405 when request.Method.Method is "MKCOL" or "MKCALENDAR" => InTheWay(request),
            409 => Conflict(request),
            412 => PreconditionFailed(request, answer, message),
            413 => TooLarge(request),
            416 => NothingThere(request),
            423 => Locked(request),
            429 => RateLimited(request),
            500 when message.Exception.EndsWith("LockedException", StringComparison.Ordinal) => Locked(request),
            503 => Unavailable(cloud, request, answer, message),
            502 or 504 => NotAvailable(cloud, request),
            507 => Full(request, message),
            >= 500 => Failed(request),
            _ => Unexpected(request, $"It answered {(int)answer.Status}, which this call does not know."),
        };
        return error with
        {
            Cause = error.Cause ?? (message.Text.Length > 0 ? $"Nextcloud says: {message.Text}" : null),
            Status = (int)answer.Status,
            RetryAfter = RetryAfter.Of(answer, TimeProvider.System),
        };
    }

    /// <summary>A success whose body is not what the call expects.</summary>
    public static NextcloudError Unexpected(CloudRequest request, string cause) =>
        new(
            NextcloudErrorKind.UnexpectedAnswer,
            $"{request.Doing} failed: what answered did not answer as Nextcloud does.",
            cause,
            $"{(request.IsSafe ? "Try again." : Uncertain)} {AskAdministrator} A proxy in front of the cloud, a login page, or an app of another version are usual reasons."
        );

    /// <summary>RFC 4918 §9.6.1, §9.8.5: what was asked for was done to some of the things below and not to others.</summary>
    public static NextcloudError InPart(CloudRequest request) =>
        new(
            NextcloudErrorKind.UnexpectedAnswer,
            $"{request.Doing} was not done, or only in part.",
            "Nextcloud answered with a list of what it could not do (207).",
            "Look what is there now; it may be locked, or not this account's to change."
        )
        {
            Status = (int)System.Net.HttpStatusCode.MultiStatus,
        };

    /// <summary>Somebody gave <c>..</c> where a name belongs.</summary>
    public static NextcloudError NoName(CloudRequest request) =>
        new(
            NextcloudErrorKind.Refused,
            $"{request.Doing} was refused, and nothing was sent: '.' and '..' are no names.",
            Cause: null,
            "Give the name of the thing itself."
        );

    private static NextcloudError Redirect(CloudAddress cloud, CloudRequest request, CloudAnswer answer) =>
        Unexpected(request, $"It sent us on to {RedirectTarget(answer)}, and credentials are not sent elsewhere.") with
        {
            NextStep =
                $"The administrator should configure the address that Nextcloud itself uses in place of {cloud}.",
        };

    private static string RedirectTarget(CloudAnswer answer) =>
        answer.Headers.Location is { IsAbsoluteUri: true } location
            ? location.GetLeftPart(UriPartial.Path)
            : "another path";

    private static NextcloudError BadRequest(
        CloudAddress cloud,
        CloudRequest request,
        CloudAnswer answer,
        CloudMessage message
    )
    {
        var isUntrusted =
            message.Text.StartsWith("Trusted domain error", StringComparison.Ordinal)
            || (message.IsPage && answer.Text.Contains("untrusted domain", StringComparison.OrdinalIgnoreCase));
        return isUntrusted
            ? new(
                NextcloudErrorKind.UntrustedDomain,
                $"{request.Doing} failed: the Nextcloud does not accept calls under the name {cloud.HostHeader}.",
                "That name is not in its trusted_domains.",
                $"The administrator should add {cloud.HostHeader} to trusted_domains in config/config.php, or configure the address that is there already."
            )
            : Refused(request);
    }

    private static NextcloudError Refused(CloudRequest request) =>
        new(
            NextcloudErrorKind.Refused,
            $"{request.Doing} was refused as not valid.",
            Cause: null,
            "Change what was asked for; asking the same again will not help."
        );

    private static NextcloudError Unauthorized(CloudRequest request, CloudMessage message) =>
        new(
            NextcloudErrorKind.Unauthorized,
            $"{request.Doing} failed: Nextcloud did not accept this account's app password.",
            message.Exception.EndsWith("PasswordLoginForbidden", StringComparison.Ordinal)
                ? "The account has a second factor, so only app passwords are accepted, and this is none."
                : null,
            "It is tried once more after a minute. If the app password was deleted or the account disabled, sign in again."
        );

    /// <summary>Deck answers 403 for what is not there as well.</summary>
    private static NextcloudError Forbidden(CloudRequest request) =>
        request.Path.StartsWith("/index.php/apps/deck/", StringComparison.Ordinal)
            ? new(
                request.IsSafe ? NextcloudErrorKind.NotFound : NextcloudErrorKind.Forbidden,
                request.IsSafe
                    ? $"{request.Doing} failed: it is not there, or not shared with this account."
                    : $"{request.Doing} failed: it is not there, or this account may not change it.",
                Cause: null,
                "Look for it with a list or a search; it may have been deleted. If it is there, ask the board's owner for the permission."
            )
            : new(
                NextcloudErrorKind.Forbidden,
                $"{request.Doing} is not allowed for this account.",
                Cause: null,
                "Choose something this account may change, or ask its owner or the administrator for the permission."
            );

    private static NextcloudError NotFound(CloudRequest request, CloudAnswer answer, CloudMessage message) =>
        AppThatIsMissing(request, answer, message) is { } app
            ? new(
                NextcloudErrorKind.AppNotAvailable,
                $"{request.Doing} failed: the Nextcloud app '{app}' does not answer.",
                "It is not installed, not enabled, or not enabled for this account.",
                "Do without this app, or ask the administrator of the Nextcloud to enable it."
            )
            : new(
                NextcloudErrorKind.NotFound,
                $"{request.Doing} failed: it is not there.",
                Cause: null,
                "Look for it with a list or a search; it may have been renamed, moved or deleted, or belong to somebody else."
            );

    /// <summary>
    /// A missing route is a page below <c>index.php</c>, as a missing thing is: Nextcloud names the user where an app answered. Below <c>ocs</c> it is
    /// a sentence about the query.
    /// </summary>
    private static string? AppThatIsMissing(CloudRequest request, CloudAnswer answer, CloudMessage message)
    {
        var segments = request.Path.Split('?')[0].Split('/');
        var isMissing =
            (
                message.IsPage
                && answer.Header("X-User-Id") is null
                && request.Path.StartsWith("/index.php/apps/", StringComparison.Ordinal)
            )
            || (
                message.Text.StartsWith("Invalid query,", StringComparison.Ordinal)
                && request.Path.StartsWith("/ocs/v2.php/apps/", StringComparison.Ordinal)
            );
        return isMissing ? segments[request.Path.StartsWith("/ocs/", StringComparison.Ordinal) ? 4 : 3] : null;
    }

    private static NextcloudError InTheWay(CloudRequest request) =>
        new(
            NextcloudErrorKind.Conflict,
            $"{request.Doing} was refused: something of that name is there already.",
            Cause: null,
            "Use what is there, or choose another name."
        );

    private static NextcloudError Conflict(CloudRequest request) =>
        new(
            NextcloudErrorKind.Conflict,
            $"{request.Doing} was refused: it does not fit what is there.",
            Cause: null,
            request.Path.StartsWith("/remote.php/", StringComparison.Ordinal)
                ? "Check that the folder above the target exists and that nothing is moved into itself."
                : "Read what is there, or choose another name, and try again."
        );

    private static NextcloudError PreconditionFailed(CloudRequest request, CloudAnswer answer, CloudMessage message)
    {
        if (message.Text.StartsWith("CSRF", StringComparison.Ordinal))
            return Unexpected(
                request,
                "It asks for a header that was sent (OCS-APIRequest); a proxy in between may have dropped it."
            );

        var isOccupied =
            message.Text.Contains("Overwrite", StringComparison.OrdinalIgnoreCase) || request.Headers.Any(IsCreateOnly);
        return new(
            NextcloudErrorKind.Conflict,
            isOccupied
                ? $"{request.Doing} was refused: something is there already, and nothing is overwritten unasked."
                : $"{request.Doing} was refused: it changed in the meantime, and nothing was overwritten.",
            Cause: null,
            isOccupied
                ? "Choose another name, or read what is there and write with its current ETag."
                : "Read it again, merge the change into what is there now, and write with the current ETag."
        )
        {
            CurrentETag = CurrentETag(answer),
            CurrentBody = answer.MediaType == "application/json" ? answer.Text : null,
        };
    }

    private static bool IsCreateOnly(KeyValuePair<string, string> header) =>
        header is { Key: "If-None-Match", Value: "*" };

    /// <summary>WebDAV says it in a header; Notes says it in the note it sends along.</summary>
    private static ETag? CurrentETag(CloudAnswer answer)
    {
        var inHeader = answer.Header("OC-ETag") ?? answer.Header("ETag");
        var inBody = EtagInJson().Match(answer.Text) is { Success: true } match ? match.Groups["etag"].Value : null;
        return ETag.TryParse(inHeader ?? inBody, out var etag) ? etag : null;
    }

    private static NextcloudError TooLarge(CloudRequest request) =>
        new(
            NextcloudErrorKind.TooLarge,
            $"{request.Doing} was refused: it is larger than the cloud takes in one piece.",
            Cause: null,
            "Send less. The administrator can raise the limit of the web server (client_max_body_size, LimitRequestBody)."
        );

    private static NextcloudError NothingThere(CloudRequest request) =>
        new(
            NextcloudErrorKind.RangeNotSatisfiable,
            $"{request.Doing} failed: there is nothing at this offset.",
            Cause: null,
            "The end of the file is before this offset; read from a smaller one."
        );

    private static NextcloudError Locked(CloudRequest request) =>
        new(
            NextcloudErrorKind.Locked,
            $"{request.Doing} was refused: it is locked.",
            Cause: null,
            "Somebody has it open or another change is under way. Wait and try again; nothing was changed."
        );

    private static NextcloudError RateLimited(CloudRequest request) =>
        new(
            NextcloudErrorKind.RateLimited,
            $"{request.Doing} was refused: too many requests.",
            Cause: null,
            "Wait a minute, then go on more slowly. If everybody here is affected, the administrator should put the address of this server "
                + "on Nextcloud's brute-force allow list (Settings, Security)."
        );

    private static NextcloudError Unavailable(
        CloudAddress cloud,
        CloudRequest request,
        CloudAnswer answer,
        CloudMessage message
    )
    {
        if (message.Text.Contains("Account disabled", StringComparison.Ordinal))
        {
            return new(
                NextcloudErrorKind.AccountDisabled,
                $"{request.Doing} failed: the account is disabled.",
                "An administrator of the Nextcloud disabled it.",
                "Ask the administrator of the Nextcloud; trying again will not help."
            );
        }

        var isMaintenance =
            answer.Header("X-Nextcloud-Maintenance-Mode") == "1"
            || message.Exception.EndsWith("ServerMaintenanceMode", StringComparison.Ordinal);
        return isMaintenance
            ? new(
                NextcloudErrorKind.Maintenance,
                $"{request.Doing} failed: {cloud} is in maintenance mode.",
                "Its administrator is upgrading or repairing it.",
                "Wait some minutes and try again; nothing was changed."
            )
            : NotAvailable(cloud, request);
    }

    private static NextcloudError NotAvailable(CloudAddress cloud, CloudRequest request) =>
        new(
            NextcloudErrorKind.Unavailable,
            $"{request.Doing} failed: {cloud} is not available at present.",
            Cause: null,
            $"{(request.IsSafe ? "Wait a moment and try again." : $"Wait a moment. {Uncertain}")} {AskAdministrator}"
        );

    private static NextcloudError Full(CloudRequest request, CloudMessage message)
    {
        var match = Space().Match(message.Text);
        return new(
            NextcloudErrorKind.InsufficientStorage,
            $"{request.Doing} was refused: the account has not enough space.",
            match.Success
                ? $"{match.Groups["needed"].Value} bytes are needed, {match.Groups["free"].Value} are free."
                : null,
            "Delete something (and empty the trash bin), write less, or ask the administrator for a larger quota."
        )
        {
            NeededBytes = Number(match, "needed"),
            AvailableBytes = Number(match, "free"),
        };
    }

    private static NextcloudError Failed(CloudRequest request) =>
        new(
            NextcloudErrorKind.CloudFailed,
            $"{request.Doing} failed inside Nextcloud.",
            Cause: null,
            $"Check the values that were given; Nextcloud answers some bad ones this way. {AskAdministrator}"
        );

    private static long? Number(Match match, string group) =>
        match.Success
        && long.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    [GeneratedRegex(@"(?<needed>[0-9]+) required, (?<free>[0-9]+) available", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Space();

    [GeneratedRegex("\"etag\"\\s*:\\s*\"(?<etag>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EtagInJson();
}
