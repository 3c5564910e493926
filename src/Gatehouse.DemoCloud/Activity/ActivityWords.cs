namespace Gatehouse.DemoCloud.Activity;

/// <summary>How something that happened is told.</summary>
/// <param name="App">The app it belongs to.</param>
/// <param name="Type">The app's word for it, by which people filter.</param>
/// <param name="Text">Among all that happened; names stand as <c>{file}</c>, <c>{user}</c> and <c>{group}</c>.</param>
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
    };

    /// <summary>Of a row's type.</summary>
    public static ActivityWords Of(string type) => all[type];

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
