using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>RFC 4791 §9.7: which objects a <c>calendar-query</c> asks for.</summary>
internal static class CalendarFilter
{
    private static readonly XName CompFilter = DavNames.Cal + "comp-filter";
    private static readonly XName PropFilter = DavNames.Cal + "prop-filter";
    private static readonly XName TimeRange = DavNames.Cal + "time-range";
    private static readonly XName IsNotDefined = DavNames.Cal + "is-not-defined";

    public static bool Fits(XElement? filter, StoredObject item)
    {
        if (filter?.Element(CompFilter) is not { } top)
        {
            return true;
        }

        var root = item.Parsed;
        return top.Attribute("name")?.Value == root.Name && FitsInside(top, root, root);
    }

    private static bool FitsInside(XElement filter, VObject component, VObject root) =>
        filter.Elements(CompFilter).All(inner => HasComponent(inner, component, root))
        && filter.Elements(PropFilter).All(inner => HasProperty(inner, component))
        && (filter.Element(TimeRange) is not { } range || Overlaps(range, component, root));

    private static bool HasComponent(XElement filter, VObject parent, VObject root)
    {
        var named = parent.Children.Where(child => child.Name == filter.Attribute("name")?.Value).ToList();
        return filter.Element(IsNotDefined) is not null
            ? named.Count == 0
            : named.Exists(child => FitsInside(filter, child, root));
    }

    private static bool HasProperty(XElement filter, VObject component)
    {
        var named = component
            .Properties.Where(property => property.Name == filter.Attribute("name")?.Value.ToUpperInvariant())
            .ToList();
        return filter.Element(IsNotDefined) is not null
            ? named.Count == 0
            : named.Exists(property => FitsProperty(filter, property));
    }

    private static bool FitsProperty(XElement filter, VProperty property) =>
        (filter.Element(DavNames.Cal + "text-match") is not { } match || TextMatch.Fits(match, Text(property.Value)))
        && (filter.Element(TimeRange) is not { } range || IsWithin(range, property))
        && filter.Elements(DavNames.Cal + "param-filter").All(inner => HasParameter(inner, property));

    private static bool HasParameter(XElement filter, VProperty property)
    {
        var value = property.Parameter(filter.Attribute("name")?.Value ?? "");
        return filter.Element(IsNotDefined) is not null
            ? value is null
            : value is not null
                && (filter.Element(DavNames.Cal + "text-match") is not { } match || TextMatch.Fits(match, value));
    }

    private static bool Overlaps(XElement range, VObject component, VObject root)
    {
        var (start, end) = Bounds(range);
        return component.Name switch
        {
            "VEVENT" => CalendarTimes.Between(root, start, end).Count > 0,
            "VTODO" => TaskTimes.Overlaps(component, start, end),
            _ => true,
        };
    }

    private static bool IsWithin(XElement range, VProperty property)
    {
        var (start, end) = Bounds(range);
        return CalendarTimes.UtcOf(property) is { } time && time >= start && time < end;
    }

    public static (DateTime Start, DateTime End) Bounds(XElement range) =>
        (
            CalendarTimes.Parse(range.Attribute("start")?.Value) ?? DateTime.MinValue,
            CalendarTimes.Parse(range.Attribute("end")?.Value) ?? DateTime.MaxValue
        );

    private static string Text(string raw) =>
        raw.Replace("\\n", "\n", StringComparison.OrdinalIgnoreCase)
            .Replace("\\,", ",", StringComparison.Ordinal)
            .Replace("\\;", ";", StringComparison.Ordinal)
            .Replace("\\\\", "\\", StringComparison.Ordinal);
}
