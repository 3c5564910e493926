using System.ComponentModel;
using Gatehouse.Nextcloud.Contacts;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>An address book.</summary>
internal sealed record AddressBookItem(
    [property: Description("What the other tools call book.")] string Id,
    string Title,
    bool ReadOnly,
    [property: Description("User id of the owner when it is shared with this person.")] string? Owner = null
)
{
    private const string Prefix = "principals/users/";

    public static AddressBookItem Of(AddressBook book) =>
        new(
            book.Name.ToString(),
            book.Title,
            book.IsReadOnly,
            book.OwnerPrincipal is { } owner && owner.StartsWith(Prefix, StringComparison.Ordinal)
                ? owner[Prefix.Length..]
                : book.OwnerPrincipal
        );
}
