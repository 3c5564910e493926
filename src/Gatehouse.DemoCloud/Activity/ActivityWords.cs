namespace Gatehouse.DemoCloud.Activity;

/// <summary>How something that happened is told.</summary>
/// <param name="App">The app it belongs to.</param>
/// <param name="Type">The app's word for it, by which people filter.</param>
/// <param name="Text">Among all that happened; names stand as <c>{file}</c>, <c>{user}</c>, <c>{calendar}</c> and so on.</param>
/// <param name="OfFile">In the history of one file, which does not name it again and again.</param>
/// <param name="Icon">Path of its picture.</param>
internal sealed record ActivityWords(string App, string Type, string Text, string OfFile, string Icon)
{
    private static readonly Dictionary<string, ActivityWords> all = new(StringComparer.Ordinal)
    {
        ["file_created"] = Files("file_created", "created"),
        ["file_changed"] = Files("file_changed", "changed"),
        ["file_deleted"] = Files("file_deleted", "deleted"),
        ["shared_user"] = Shared("You shared {file} with {user}", "Shared with {user}"),
        ["shared_group"] = Shared("You shared {file} with group {group}", "Shared with group {group}"),
        ["shared_link"] = Shared("You shared {file} as public link", "Shared as public link"),
        ["unshared_user"] = Shared("You removed {user} from {file}", "Removed share for {user}"),
        ["unshared_group"] = Shared("You removed group {group} from {file}", "Removed share for group {group}"),
        ["unshared_link"] = Shared("You removed public link for {file}", "Removed public link"),
        ["got"] = Shared("{user} shared {file} with you", "Shared by {user}"),
        ["commented"] = new(
            "comments",
            "comments",
            "You commented on {file}",
            "You commented",
            "/core/img/actions/comment.svg"
        ),
        ["calendar_created"] = Calendar("calendar", "You created calendar {calendar}"),
        ["calendar_deleted"] = Calendar("calendar", "You deleted calendar {calendar}"),
        ["event_created"] = Calendar("calendar_event", "You created event {event} in calendar {calendar}"),
        ["event_updated"] = Calendar("calendar_event", "You updated event {event} in calendar {calendar}"),
        ["event_deleted"] = Calendar("calendar_event", "You deleted event {event} from calendar {calendar}"),
        ["todo_created"] = Calendar("calendar_todo", "You created to-do {todo} in list {calendar}"),
        ["todo_updated"] = Calendar("calendar_todo", "You updated to-do {todo} in list {calendar}"),
        ["todo_deleted"] = Calendar("calendar_todo", "You deleted to-do {todo} from list {calendar}"),
        ["addressbook_created"] = Contacts("You created address book {addressbook}"),
        ["addressbook_deleted"] = Contacts("You deleted address book {addressbook}"),
        ["card_created"] = Contacts("You created contact {card} in address book {addressbook}"),
        ["card_updated"] = Contacts("You updated contact {card} in address book {addressbook}"),
        ["card_deleted"] = Contacts("You deleted contact {card} from address book {addressbook}"),
    };

    /// <summary>Of a row's type.</summary>
    public static ActivityWords Of(string type) => all[type];

    public static bool Knows(string type) => all.ContainsKey(type);

    private static ActivityWords Calendar(string type, string text) =>
        new("dav", type, text, text, "/core/img/places/calendar.svg");

    private static ActivityWords Contacts(string text) =>
        new("dav", "contacts", text, text, "/core/img/places/contacts.svg");

    private static ActivityWords Files(string type, string did) =>
        new(
            "files",
            type,
            $"You {did} {{file}}",
            $"{char.ToUpperInvariant(did[0])}{did[1..]} by you",
            "/apps/files/img/change.svg"
        );

    private static ActivityWords Shared(string text, string ofFile) =>
        new("files_sharing", "shared", text, ofFile, "/core/img/actions/share.svg");
}
