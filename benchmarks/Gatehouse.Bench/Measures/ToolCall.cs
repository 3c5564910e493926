using System.Globalization;

namespace Gatehouse.Bench.Measures;

/// <summary>A call of a tool that sends one request to the cloud.</summary>
/// <param name="Tool">Its name.</param>
/// <param name="Arguments">As JSON; <c>{first}</c> stands for a member of the first thing another tool lists.</param>
/// <param name="List">That other tool with its arguments; null when nothing is needed.</param>
/// <param name="Member">Which member.</param>
internal sealed record ToolCall(string Tool, string Arguments = "{}", ToolCall? List = null, string Member = "id")
{
    private static readonly ToolCall mailboxes = new("list_mailboxes");

    /// <summary>Every way the tools speak with a cloud: JSON of an app, OCS, WebDAV, CalDAV, CardDAV, a file; of each some that are used most, and writes that can be repeated.</summary>
    public static IReadOnlyList<ToolCall> All { get; } =
    [
        new("list_notes"),
        new("search_notes", """{"query":"empty"}"""),
        new("read_note", """{"id":{first}}""", new("list_notes")),
        new("list_folder"),
        new("search_files", """{"name":"%"}"""),
        new("read_file", """{"path":{first}}""", new("search_files", """{"name":"%.md"}"""), "path"),
        new("list_calendars"),
        new("read_event", """{"id":{first}}""", new("list_events")),
        new("list_address_books"),
        new("read_contact", """{"id":{first}}""", new("list_contacts")),
        new("list_conversations"),
        new("read_chat", """{"conversation":{first}}""", new("list_conversations"), "conversation"),
        new("find_people", """{"query":"bo"}"""),
        new("get_my_profile"),
        new("list_notifications"),
        new("list_activity"),
        new("list_boards"),
        new("list_tables"),
        new("read_recipe", """{"recipe":{first}}""", new("list_recipes")),
        new("list_articles"),
        new("list_mail", """{"mailboxId":{first}}""", mailboxes),
        new("read_mail", """{"id":{first}}""", new("list_mail", """{"mailboxId":{first}}""", mailboxes)),
        new("list_collectives"),
        new("mark_file", """{"path":{first},"favorite":true}""", new("search_files", """{"name":"%.md"}"""), "path"),
        new("mark_chat_read", """{"conversation":{first}}""", new("list_conversations"), "conversation"),
        new("mark_articles", """{"ids":[{first}],"read":true}""", new("list_articles")),
        new("set_status", """{"status":"away"}"""),
    ];

    /// <summary>The message that calls it.</summary>
    public string Message =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{Tool}}}","arguments":{{{Arguments}}}}}"""
        );
}
