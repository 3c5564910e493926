using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>
/// Where a contact is: its address book and the name of its card, e.g. <c>contacts/c-1.vcf</c>. It needs no search, unlike a UID, which
/// may be another than the name.
/// </summary>
public readonly record struct ContactId : IParsable<ContactId>
{
    private readonly string? name;

    /// <summary>A card of an address book.</summary>
    /// <exception cref="FormatException">The name is none of a card.</exception>
    public ContactId(AddressBookName book, string name)
    {
        if (!IsSegment(name))
            throw new FormatException("This is no name of a card.");
        Book = book;
        this.name = name;
    }

    /// <summary>The address book.</summary>
    public AddressBookName Book { get; }

    /// <summary>The decoded name of the card, e.g. <c>c-1.vcf</c>.</summary>
    public string Name => name ?? "";

    /// <summary>Reads <c>book/card.vcf</c>.</summary>
    /// <exception cref="FormatException">The text is no id.</exception>
    public static ContactId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException(
                "This is no id of a contact: it is 'book/card.vcf', as list_contacts gives it."
            );

    /// <summary>Reads <c>book/card.vcf</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ContactId id)
    {
        id = default;
        var parts = (text ?? "").Split('/');
        if (parts.Length != 2 || !AddressBookName.TryParse(parts[0], out var book) || !IsSegment(parts[1]))
            return false;

        id = new(book, parts[1]);
        return true;
    }

    static ContactId IParsable<ContactId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ContactId>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out ContactId result
    ) => TryParse(s, out result);

    /// <summary>The form models see: <c>contacts/c-1.vcf</c>.</summary>
    public override string ToString() => $"{Book}/{Name}";

    internal static bool IsSegment([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= 255 }
        && text is not ("." or "..")
        && !text.Any(c => char.IsControl(c) || c is '/' or '\\');
}
