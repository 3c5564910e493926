using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Sharing;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Times;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Sharing;

/// <summary>Shares files, and changes and ends shares.</summary>
[McpServerToolType]
[RequiresScope(SharingApp.Write)]
internal sealed class SharingWriteTools(SharesClient shares, FileGuard guard, PersonZones zones)
{
    [McpServerTool(
        Name = "share_file",
        Title = "Share with somebody",
        ReadOnly = false,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST /ocs/v2.php/apps/files_sharing/api/v1/shares")]
    [Description("Shares a file or folder with whom search_sharees finds.")]
    public async Task<ShareItem> ShareAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Path.")] string path,
        [Description("Id.")] string with,
        [Description("user, group, team, email, remote or room.")] string kind = "user",
        [Description("read, update, create, delete, share.")] string[]? allow = null,
        [Description("Note.")] string? note = null,
        [Description("YYYY-MM-DD.")] string? expires = null,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        var file = call.Files.Whole("path", path);
        var target = new ShareTarget(ShareWords.Kind("kind", kind), Arguments.NotEmpty("with", with).Trim());
        var options = new ShareOptions
        {
            Permissions = ShareWords.Permissions("allow", allow) ?? SharePermissions.Read,
            Note = note,
            Expires = Day("expires", expires),
        };
        var zone = await zones.OfAsync(call.Account, cancellationToken);
        var share = await shares.CreateAsync(call.Account, file, target, options, cancellationToken);
        return ShareItem.Of(zone, share);
    }

    [McpServerTool(
        Name = "create_public_link",
        Title = "Make public link",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST /ocs/v2.php/apps/files_sharing/api/v1/shares")]
    [Description("Makes a link that opens a file or folder to everybody who has it.")]
    public async Task<ShareItem> CreateLinkAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Path.")] string path,
        [Description("To open it.")] string? password = null,
        [Description("YYYY-MM-DD.")] string? expires = null,
        [Description("read, update, create, delete.")] string[]? allow = null,
        [Description("Label.")] string? label = null,
        [Description("Note.")] string? note = null,
        [Description("Code, when the person agreed.")] string? confirmation = null,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        var file = call.Files.Whole("path", path);
        var options = new ShareOptions
        {
            Permissions = ShareWords.Permissions("allow", allow) ?? SharePermissions.Read,
            Password = string.IsNullOrEmpty(password) ? null : password,
            Expires = Day("expires", expires),
            Label = label,
            Note = note,
        };
        Confirmation.Require(request, Question(file.Value, options));
        var zone = await zones.OfAsync(call.Account, cancellationToken);
        var link = await shares.CreateLinkAsync(call.Account, file, options, cancellationToken);
        return ShareItem.Of(zone, link);
    }

    [McpServerTool(
        Name = "update_share",
        Title = "Change share",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/apps/files_sharing/api/v1/shares/{id}", When = "when it may open a link more")]
    [Upstream("PUT /ocs/v2.php/apps/files_sharing/api/v1/shares/{id}")]
    [Description("Changes what is given of a share.")]
    public async Task<ShareItem> UpdateAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Id.")] string id,
        [Description("read, update, create, delete, share.")] string[]? allow = null,
        [Description("Empty: none.")] string? password = null,
        [Description("YYYY-MM-DD; empty: never.")] string? expires = null,
        [Description("Note.")] string? note = null,
        [Description("Label.")] string? label = null,
        [Description("Of links.")] bool? hideDownload = null,
        [Description("Code, when the person agreed.")] string? confirmation = null,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        var change = new ShareOptions
        {
            Permissions = ShareWords.Permissions("allow", allow),
            Password = password,
            Expires = expires is { Length: > 0 } ? Day("expires", expires) : null,
            ClearExpires = expires is "",
            Note = note,
            Label = label,
            HideDownload = hideDownload,
        };
        if (change == new ShareOptions())
            throw Arguments.Bad("allow", "Say what to change.");

        var now = await RequireVisibleAsync(call, id, cancellationToken);
        if (LinkOpening.IsPossible(change))
        {
            now ??= await shares.GetAsync(call.Account, id, cancellationToken);
            if (LinkOpening.Question(now, change) is { } question)
                Confirmation.Require(request, question);
        }

        var zone = await zones.OfAsync(call.Account, cancellationToken);
        return ShareItem.Of(zone, await shares.ChangeAsync(call.Account, id, change, cancellationToken));
    }

    [McpServerTool(
        Name = "delete_share",
        Title = "End share",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("DELETE /ocs/v2.php/apps/files_sharing/api/v1/shares/{id}")]
    [Description("Ends a share; the file itself stays.")]
    public async Task<ShareEnded> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Id.")] string id,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        await RequireVisibleAsync(call, id, cancellationToken);
        await shares.DeleteAsync(call.Account, id, cancellationToken);
        return new(id);
    }

    /// <summary>Where something is hidden, the share must be one of what may be seen: its number says nothing of its path.</summary>
    /// <returns>The share; null where nothing is hidden, and it was not asked for.</returns>
    private async Task<Share?> RequireVisibleAsync(FileCall call, string id, CancellationToken cancellationToken)
    {
        if (id.Length == 0 || !id.All(char.IsAsciiLetterOrDigit))
            throw Arguments.Bad("id", "It is no id of a share. Take it from list_shares, unchanged.");
        if (call.Files.ShowsAll)
            return null;

        var share = await shares.GetAsync(call.Account, id, cancellationToken);
        if (call.Files.IsHidden(share.Path, share.FileId) || call.Files.HoldsHidden(share.Path))
        {
            throw new ToolException(
                $"Share {id} is not there, or this server hides it from models.\nNext step: take the id from list_shares."
            );
        }

        return share;
    }

    private static string Question(string path, ShareOptions options)
    {
        var allowed = string.Join(", ", ShareWords.Of(options.Permissions!.Value));
        var until = options.Expires is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"until {day:yyyy-MM-dd}")
            : "without end";
        return $"Make a public link to {path} ({allowed}; {until}; {(options.Password is null ? "without" : "with")} password)?";
    }

    private static DateOnly? Day(string name, string? text)
    {
        if (text is null)
            return null;

        return DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : throw Arguments.Bad(name, "It must be a day such as 2026-12-24.");
    }
}
