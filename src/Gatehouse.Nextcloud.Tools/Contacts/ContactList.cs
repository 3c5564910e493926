using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>A page of contacts by name.</summary>
internal sealed record ContactList(
    IReadOnlyList<ContactItem> Contacts,
    [property: Description("Pass it as cursor for the next page; absent at the end.")] string? NextCursor = null
);
