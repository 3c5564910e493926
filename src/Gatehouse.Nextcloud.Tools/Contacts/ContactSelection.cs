using Gatehouse.Nextcloud.Contacts;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>Which contacts are wanted, and how many at most.</summary>
internal sealed record ContactSelection(string? Query, string? Group, int Most)
{
    public bool IsSearch => !string.IsNullOrWhiteSpace(Query);

    public async Task<IReadOnlyList<Contact>> FindAsync(
        ContactsClient contacts,
        NextcloudAccount account,
        AddressBookName book,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(Group))
            return IsSearch
                ? await contacts.SearchAsync(account, book, Query!, Most, cancellationToken)
                : await contacts.ListAsync(account, book, cancellationToken);

        // CardDAV cannot ask for one of these words and this group at once: the cloud narrows by one, the other is looked at here.
        var found = IsSearch
            ? await contacts.SearchAsync(account, book, Query!, int.MaxValue, cancellationToken)
            : await contacts.ListGroupAsync(account, book, Group, cancellationToken);
        return [.. found.Where(c => c.Groups.Contains(Group, StringComparer.OrdinalIgnoreCase))];
    }
}
