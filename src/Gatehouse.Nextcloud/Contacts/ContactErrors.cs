using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Texts;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>What goes wrong on this side.</summary>
internal static class ContactErrors
{
    public static NextcloudException Changed(Contact now) =>
        new(
            new NextcloudError(
                NextcloudErrorKind.Conflict,
                $"Changing the contact '{now.Id}' was refused: it changed in the meantime, and nothing was written.",
                $"It is now: {Summary(now)}.",
                "Read it again, merge the change into what is there now, and write with the current etag."
            )
            {
                CurrentETag = now.ETag,
            }
        );

    public static NextcloudException Refused(string doing, FormatException exception) =>
        new(
            new NextcloudError(
                NextcloudErrorKind.Refused,
                $"{doing} was refused; nothing was written.",
                exception.Message,
                "Change what was given."
            ),
            exception
        );

    public static NextcloudException Unreadable(ContactId id, FormatException exception) =>
        new(
            new NextcloudError(
                NextcloudErrorKind.UnexpectedAnswer,
                $"The contact '{id}' cannot be read: it is no whole vCard.",
                exception.Message,
                "Nothing was changed. The person can look at it in Nextcloud's Contacts, or delete it there."
            ),
            exception
        );

    public static NextcloudException NoPhoto(ContactId id) =>
        new(
            new NextcloudError(
                NextcloudErrorKind.NotFound,
                $"The contact '{id}' has no picture.",
                Cause: null,
                "Only contacts whose hasPhoto is true have one."
            )
        );

    private static string Summary(Contact now)
    {
        IEnumerable<string?> parts =
        [
            Short(now.Name),
            .. now.Emails.Take(3).Select(e => Short(e.Value)),
            .. now.Phones.Take(3).Select(p => Short(p.Value)),
            Short(now.Organization),
        ];
        return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static string? Short(string? text) => text is null ? null : Beginning.Of(text, 80);
}
