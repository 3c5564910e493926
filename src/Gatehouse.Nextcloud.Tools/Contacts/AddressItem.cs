using Gatehouse.Nextcloud.Contacts;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>A postal address.</summary>
internal sealed record AddressItem(
    string? Street = null,
    string? PostalCode = null,
    string? City = null,
    string? Region = null,
    string? Country = null,
    string? Type = null
)
{
    public static AddressItem Of(PostalAddress address) =>
        new(address.Street, address.PostalCode, address.City, address.Region, address.Country, address.Type);

    public PostalAddress ToAddress() =>
        new(Given(Street), Given(PostalCode), Given(City), Given(Region), Given(Country), Given(Type));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
