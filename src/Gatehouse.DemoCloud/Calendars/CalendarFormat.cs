using System.Globalization;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Calendars;

/// <summary>What sabre/dav asks of an iCalendar object before it is stored.</summary>
internal sealed class CalendarFormat(Scheduling scheduling, TimeProvider time) : IObjectFormat
{
    private const string OnlyCalendars = "This resource only supports valid iCalendar 2.0 data. Parse error: ";

    public bool HasTrash => true;

    public DavError NotFound { get; } = DavError.NotFound("Calendar object not found");

    public DavError Duplicate { get; } =
        DavError.BadRequest("Calendar object with uid already exists in this calendar collection.");

    public DavError NoCollection(string uri, bool isForeign) =>
        DavError.NotFound(
            isForeign ? $"Calendar with name '{uri}' could not be found" : $"Node with name '{uri}' could not be found"
        );

    public string ContentTypeOf(StoredObject item) =>
        $"text/calendar; charset=utf-8; component={item.Kind.ToLowerInvariant()}";

    public (ObjectDraft? Draft, DavError? Error) Read(string text, ObjectCollection collection)
    {
        var (root, error) = VObjectReader.Read(text);
        if (root is null)
        {
            return (null, Unsupported(OnlyCalendars + error));
        }

        if (root.Name != "VCALENDAR")
        {
            return (null, Unsupported("This collection can only support iCalendar objects."));
        }

        var components = root.Components.ToList();
        if (components.Count == 0)
        {
            return (
                null,
                Unsupported("Validation error in iCalendar: An iCalendar object must have at least 1 component.")
            );
        }

        if (components.Exists(component => !collection.Kinds.Contains(component.Name)))
        {
            return (null, WrongKind(collection));
        }

        if (components.Select(one => one.Value("UID") ?? "").Distinct(StringComparer.Ordinal).Count() > 1)
        {
            return (
                null,
                Unsupported(
                    "Validation error in iCalendar: A calendar object on a CalDAV server may only have components with the same UID."
                )
            );
        }

        var warning = Mend(components);
        return (
            new ObjectDraft(
                components[0].Value("UID")!,
                components[0].Name,
                warning is null ? text : root.ToString(),
                warning is null ? null : $"iCalendar validation warning: {warning}"
            ),
            null
        );
    }

    public ObjectsState Follow(
        ObjectsState state,
        ObjectCollection collection,
        StoredObject? before,
        StoredObject? after
    ) => scheduling.Follow(state, collection, before, after);

    private string? Mend(List<VObject> components)
    {
        string? warning = null;
        var uid = components[0].Value("UID") ?? $"sabre-vobject-{Guid.NewGuid()}";
        foreach (var component in components)
        {
            if (component.Property("UID") is null)
            {
                warning ??= $"UID MUST appear exactly once in a {component.Name} component";
                component.Set(VProperty.Of("UID", uid));
            }

            if (component.Property("DTSTAMP") is null)
            {
                warning ??= $"DTSTAMP MUST appear exactly once in a {component.Name} component";
                component.Set(VProperty.Of("DTSTAMP", CalendarTimes.Utc(time.GetUtcNow().UtcDateTime)));
            }
        }

        return warning;
    }

    private static DavError Unsupported(string message) => DavError.Of(415, "UnsupportedMediaType", message);

    private static DavError WrongKind(ObjectCollection collection) =>
        new(
            403,
            "Sabre\\CalDAV\\Exception\\InvalidComponentType",
            string.Create(
                CultureInfo.InvariantCulture,
                $"iCalendar objects must at least have a component of type {string.Join(", ", collection.Kinds)}"
            )
        )
        {
            Element = "<cal:supported-calendar-component xmlns:cal=\"urn:ietf:params:xml:ns:caldav\"/>",
        };
}
