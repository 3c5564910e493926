using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Sharing;

/// <summary>
/// Errors of sharing whose status says something else than what is meant: a day that is over is 404 there, and so is somebody nobody knows.
/// What is meant stands in the message.
/// </summary>
internal static class ShareErrors
{
    private static readonly (
        int Status,
        string Says,
        NextcloudErrorKind Kind,
        string Summary,
        string NextStep
    )[] known =
    [
        (
            404,
            "xpiration date",
            NextcloudErrorKind.Refused,
            "the day on which it expires is not possible",
            "Give another day as YYYY-MM-DD: after today, and not later than this Nextcloud allows."
        ),
        (
            404,
            "Please specify a valid",
            NextcloudErrorKind.NotFound,
            "there is nobody of this name to share with",
            "Search for the person, group or address and take the id from there."
        ),
        (
            404,
            "Wrong path",
            NextcloudErrorKind.NotFound,
            "the file or folder is not there",
            "List the folder or search for it, and take the path from there."
        ),
        (
            404,
            "share does not exist",
            NextcloudErrorKind.NotFound,
            "the share is not there, or it is not this person's",
            "List the shares and take the id from there."
        ),
        (
            400,
            "assword",
            NextcloudErrorKind.Refused,
            "the password is not good enough",
            "Choose another password that keeps these rules; a long random one does."
        ),
        (
            403,
            "Passwords are enforced",
            NextcloudErrorKind.Refused,
            "this Nextcloud asks for a password",
            "Give a password of at least 10 characters that is hard to guess."
        ),
        (
            403,
            "Valid permissions",
            NextcloudErrorKind.Refused,
            "these permissions are not possible here",
            "Allow less: files know no creating and deleting, and nobody can give away more than they have."
        ),
        (
            429,
            "",
            NextcloudErrorKind.RateLimited,
            "too many shares in a short time",
            "Nextcloud makes at most 20 shares for a person in 10 minutes, and tries that failed count. Wait 10 minutes, then go on; "
                + "to give many files to somebody, share one folder."
        ),
    ];

    public static NextcloudError Read(CloudAddress cloud, CloudRequest request, CloudAnswer answer)
    {
        var error = ErrorReader.Read(cloud, request, answer);
        var found = Array.Find(
            known,
            k =>
                k.Status == error.Status
                && (k.Says.Length == 0 || error.Cause?.Contains(k.Says, StringComparison.Ordinal) == true)
        );
        return found.Summary is null
            ? error
            : error with
            {
                Kind = found.Kind,
                Summary = $"{request.Doing} was refused: {found.Summary}.",
                NextStep = found.NextStep,
            };
    }
}
