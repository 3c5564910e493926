namespace Gatehouse.Bench.Measures;

/// <summary>A tool that sends one request, and that request.</summary>
/// <param name="Tool">Its name.</param>
/// <param name="Arguments">As JSON.</param>
/// <param name="Request">Method and path of what it sends, for <c>person0</c>.</param>
/// <param name="Body">Its body.</param>
internal sealed record ToolCall(string Tool, string Arguments, string Request, string? Body = null)
{
    private const string Files = """
        <?xml version="1.0"?><d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:prop><d:getetag/><d:getlastmodified/><d:getcontentlength/><d:getcontenttype/><d:resourcetype/><oc:fileid/><oc:permissions/><oc:size/></d:prop></d:propfind>
        """;

    /// <summary>One for each way the tools speak with a cloud: JSON of an app, OCS, WebDAV, a file.</summary>
    public static IReadOnlyList<ToolCall> All { get; } =
    [
        new("list_notes", "{}", "GET /index.php/apps/notes/api/v1/notes?chunkSize=50&exclude=content"),
        new(
            "search_notes",
            """{"query":"empty"}""",
            "GET /ocs/v2.php/search/providers/notes/search?term=empty&limit=20"
        ),
        new("list_folder", "{}", "PROPFIND /remote.php/dav/files/person0/", Files),
        new("read_file", """{"path":"/Notes/Welcome.md"}""", "GET /remote.php/dav/files/person0/Notes/Welcome.md"),
        new("list_boards", "{}", "GET /index.php/apps/deck/api/v1.0/boards"),
        new("list_conversations", "{}", "GET /ocs/v2.php/apps/spreed/api/v4/room?noStatusUpdate=1"),
        new("get_status", "{}", "GET /ocs/v2.php/apps/user_status/api/v1/user_status"),
        new("list_notifications", "{}", "GET /ocs/v2.php/apps/notifications/api/v2/notifications"),
    ];
}
