using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Contacts;

/// <summary>RFC 6352 §10.5: which cards an <c>addressbook-query</c> asks for.</summary>
internal static class CardFilter
{
    private static readonly XName TextMatchName = DavNames.Card + "text-match";
    private static readonly XName IsNotDefined = DavNames.Card + "is-not-defined";

    public static bool Fits(XElement? filter, StoredObject item)
    {
        var rules = filter?.Elements(DavNames.Card + "prop-filter").ToList() ?? [];
        if (rules.Count == 0)
        {
            return true;
        }

        var card = item.Parsed;
        return IsAll(filter!)
            ? rules.TrueForAll(rule => HasProperty(rule, card))
            : rules.Exists(rule => HasProperty(rule, card));
    }

    private static bool HasProperty(XElement rule, VObject card)
    {
        var named = card
            .Properties.Where(property => property.Name == rule.Attribute("name")?.Value.ToUpperInvariant())
            .ToList();
        return rule.Element(IsNotDefined) is not null
            ? named.Count == 0
            : named.Exists(property => FitsProperty(rule, property));
    }

    private static bool FitsProperty(XElement rule, VProperty property)
    {
        var tests = rule.Elements(TextMatchName)
            .Select(match => TextMatch.Fits(match, property.Value))
            .Concat(rule.Elements(DavNames.Card + "param-filter").Select(inner => HasParameter(inner, property)))
            .ToList();
        return tests.Count == 0 || (IsAll(rule) ? tests.TrueForAll(fits => fits) : tests.Contains(true));
    }

    private static bool HasParameter(XElement rule, VProperty property)
    {
        var value = property.Parameter(rule.Attribute("name")?.Value ?? "");
        return rule.Element(IsNotDefined) is not null
            ? value is null
            : value is not null && (rule.Element(TextMatchName) is not { } match || TextMatch.Fits(match, value));
    }

    private static bool IsAll(XElement rule) => rule.Attribute("test")?.Value == "allof";
}
