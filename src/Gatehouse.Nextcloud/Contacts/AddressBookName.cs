using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>The name an address book has in its address, e.g. <c>contacts</c>; what people see is its title.</summary>
public readonly record struct AddressBookName : IParsable<AddressBookName>
{
    private readonly string? value;

    private AddressBookName(string value) => this.value = value;

    /// <summary>The address book every account has.</summary>
    public static AddressBookName Default { get; } = new("contacts");

    internal string Encoded =>
        Uri.EscapeDataString(value ?? throw new InvalidOperationException("There is no address book."));

    /// <summary>Reads a name.</summary>
    /// <exception cref="FormatException">The text is no name of an address book.</exception>
    public static AddressBookName Parse(string text) =>
        TryParse(text, out var name)
            ? name
            : throw new FormatException(
                "This is no address book: it is one name without slashes, as list_address_books gives it."
            );

    /// <summary>Reads a name.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AddressBookName name)
    {
        var isGood = ContactId.IsSegment(text);
        name = isGood ? new(text!) : default;
        return isGood;
    }

    static AddressBookName IParsable<AddressBookName>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<AddressBookName>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out AddressBookName result
    ) => TryParse(s, out result);

    /// <summary>The decoded name.</summary>
    public override string ToString() => value ?? "";
}
