namespace Gatehouse.DemoCloud.Activity;

/// <summary>A calendar or an address book to which something happened, or what in it.</summary>
/// <param name="Kind">What the collection is: <c>calendar</c> or <c>addressbook</c>.</param>
/// <param name="CollectionId">Its number among all calendars, or among all address books.</param>
/// <param name="Collection">Its name, as people see it.</param>
/// <param name="Uid">UID of the event, task or card; none when it is about the collection itself.</param>
/// <param name="Name">Summary or full name of that.</param>
/// <param name="Href">Path of an event in WebDAV, by which the calendar opens it; none when it is gone.</param>
internal sealed record DavThing(
    string Kind,
    long CollectionId,
    string Collection,
    string? Uid = null,
    string? Name = null,
    string? Href = null
);
