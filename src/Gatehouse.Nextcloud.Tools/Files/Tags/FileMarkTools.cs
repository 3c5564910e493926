using System.ComponentModel;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Files.Comments;
using Gatehouse.Nextcloud.Files.Tags;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Files.Tags;

/// <summary>Stars, tags and comments; get_file reads them.</summary>
[McpServerToolType]
[RequiresScope(FilesApp.Write)]
internal sealed class FileMarkTools(FilesClient files, TagsClient tags, CommentsClient comments, FileGuard guard)
{
    private const int MaxTags = 10;
    private const int MaxLength = 64;

    [McpServerTool(
        Name = "mark_file",
        Title = "Star, tag or comment",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("PROPPATCH /remote.php/dav/files/{user}/{path}", When = "for favorite")]
    [Upstream("PROPFIND /remote.php/dav/files/{user}/{path}", When = "for tags and comments")]
    [Upstream("POST /remote.php/dav/comments/files/{id}", When = "for a comment")]
    [Upstream("PROPFIND /remote.php/dav/systemtags/", When = "for tags")]
    [Upstream("POST /remote.php/dav/systemtags/", Most = MaxTags, When = "for each new tag")]
    [Upstream("PUT /remote.php/dav/systemtags-relations/files/{id}/{id}", Most = MaxTags, When = "for each tag")]
    [Upstream("DELETE /remote.php/dav/systemtags-relations/files/{id}/{id}", Most = MaxTags, When = "for each tag")]
    [Description("Makes a file or folder a favourite or not, adds or removes tags, or comments.")]
    public async Task<FileMarked> MarkAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Path.")] string path,
        [Description("Star.")] bool? favorite = null,
        [Description("Names.")] string[]? addTags = null,
        [Description("Names.")] string[]? removeTags = null,
        [Description("To 1000 characters; @id mentions.")] string? comment = null,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        var file = call.Files.File("path", path);
        var (add, remove) = (Names("addTags", addTags), Names("removeTags", removeTags));
        if (favorite is null && comment is null && add.Count + remove.Count == 0)
            throw Arguments.Bad("favorite", "Say what to mark: favorite, addTags, removeTags or comment.");
        if (comment is not null && Arguments.NotEmpty("comment", comment).Length > CommentsClient.MaxLength)
            throw Arguments.Bad(
                "comment",
                $"It must have at most {CommentsClient.MaxLength} characters; write several."
            );
        if (remove.Find(call.Files.IsHidingTag) is { } hiding)
            throw Arguments.Bad("removeTags", $"'{hiding}' hides files from models, and a model cannot take it away.");

        if (favorite is { } isFavorite)
            await files.SetFavoriteAsync(call.Account, file, isFavorite, cancellationToken);
        if (add.Count + remove.Count == 0 && comment is null)
            return new(file.Value, favorite);

        var entry = call.Files.Require(await files.StatAsync(call.Account, file, cancellationToken));
        var id = FileIds.Of(entry);
        if (add.Count + remove.Count > 0)
            await TagAsync(call, id, add, remove, cancellationToken);
        return new(
            file.Value,
            favorite,
            add.Count > 0 ? add : null,
            remove.Count > 0 ? remove : null,
            comment is null ? null : await comments.CreateAsync(call.Account, id, comment, cancellationToken)
        );
    }

    private async Task TagAsync(
        FileCall call,
        long id,
        List<string> add,
        List<string> remove,
        CancellationToken cancellationToken
    )
    {
        var known = await tags.ListAsync(call.Account, cancellationToken);
        foreach (var name in add)
        {
            var tag = Find(known, name) ?? await tags.CreateAsync(call.Account, name, cancellationToken);
            await tags.AssignAsync(call.Account, id, tag.Id, cancellationToken);
        }

        foreach (var tag in remove.Select(name => Find(known, name)).OfType<SystemTag>())
            await tags.UnassignAsync(call.Account, id, tag.Id, cancellationToken);
        guard.Forget(call.Account);
    }

    /// <summary>Of two tags that differ in letter case, the one that is written so.</summary>
    private static SystemTag? Find(IReadOnlyList<SystemTag> known, string name) =>
        known.FirstOrDefault(t => t.Name == name)
        ?? known.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase));

    private static List<string> Names(string argument, string[]? names)
    {
        List<string> clean = [.. (names ?? []).Select(n => n.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (clean.Count > MaxTags)
            throw Arguments.Bad(argument, $"They must be at most {MaxTags}.");
        return clean.Exists(n => n.Length is 0 or > MaxLength)
            ? throw Arguments.Bad(argument, $"The name of a tag has 1 to {MaxLength} characters.")
            : clean;
    }
}
