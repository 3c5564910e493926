using Gatehouse.DemoCloud.Calendars;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Contacts;

/// <summary>A card in the version a report asks for: 3.0 unless it says 4.0, whatever is stored. GET gives what is stored.</summary>
internal static class CardVersion
{
    public static VObject To(VObject card, string version)
    {
        if (card.Value("VERSION") == version)
        {
            return card;
        }

        var isThree = version == "3.0";
        var converted = new VObject("VCARD")
        {
            Properties = [VProperty.Of("VERSION", version), VProperty.Of("PRODID", Sabre.ProductId)],
        };
        converted.Properties.AddRange(
            card.Properties.Where(property => property.Name is not ("VERSION" or "PRODID"))
                .Select(property => isThree ? ToThree(property) : ToFour(property))
        );
        return converted;
    }

    private static VProperty ToThree(VProperty property)
    {
        if (property.Name == "KIND")
        {
            return property with { Name = "X-ADDRESSBOOKSERVER-KIND" };
        }

        if (property.Name != "PHOTO" || !property.Value.StartsWith("data:", StringComparison.Ordinal))
        {
            return property;
        }

        var (type, data) = Split(property.Value);
        return property with
        {
            Parameters = [new("ENCODING", "b"), new("TYPE", type.Split('/')[^1].ToUpperInvariant())],
            Value = data,
        };
    }

    private static VProperty ToFour(VProperty property) =>
        property.Name == "PHOTO" && property.Parameter("ENCODING") is "b" or "B" or "BASE64"
            ? property with
            {
                Parameters = [],
                Value =
                    $"data:image/{(property.Parameter("TYPE") ?? "jpeg").ToLowerInvariant()};base64,{property.Value}",
            }
            : property;

    private static (string Type, string Data) Split(string uri)
    {
        var comma = uri.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 ? ("image/jpeg", "") : (uri[5..comma].Split(';')[0], uri[(comma + 1)..]);
    }
}
