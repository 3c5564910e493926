using System.ComponentModel;
using Gatehouse.Nextcloud.Deck;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Times;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Deck;

/// <summary>Comments on cards and attaches files to them.</summary>
[McpServerToolType]
[RequiresScope(DeckApp.Write)]
internal sealed class CardPartTools(
    CardCommentsClient comments,
    CardAttachmentsClient attachments,
    PersonZones zones,
    FileGuard guard
)
{
    private const int MaxComment = 1000;
    private const string Comments = "/ocs/v2.php/apps/deck/api/v1.0/cards/{id}/comments";

    [McpServerTool(
        Name = "comment_card",
        Title = "Comment a card",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("POST " + Comments, When = "for a new comment")]
    [Upstream("PUT " + Comments + "/{id}", When = "for one that is there")]
    [Description("Comments a card, or changes an own comment; @user notifies.")]
    public async Task<CommentAnswer> CommentAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Card id.")] long card,
        [Description("To 1000 characters.")] string text,
        [Description("Comment id.")] long? comment = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        if (Arguments.NotEmpty("text", text).Length > MaxComment)
            throw Arguments.Bad(
                "text",
                $"Deck takes at most {MaxComment} characters, not {text.Length}. Split it, or put it into the description."
            );

        var time = await zones.OfAsync(account, cancellationToken);
        var written = comment is { } id
            ? await comments.UpdateAsync(account, card, id, text, cancellationToken)
            : await comments.CreateAsync(account, card, text, replyTo: null, cancellationToken);
        return CommentAnswer.Of(time, written);
    }

    [McpServerTool(
        Name = "attach_to_card",
        Title = "Attach a file",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [RequiresScope(FilesApp.Read)]
    [Upstream("POST /ocs/v2.php/apps/files_sharing/api/v1/shares")]
    [Description("Attaches a file to a card; all on the board can read it.")]
    public async Task<AttachmentAnswer> AttachAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Card id.")] long card,
        [Description("File path.")] string path,
        CancellationToken cancellationToken = default
    )
    {
        var call = await guard.OpenAsync(request, cancellationToken);
        var file = call.Files.Whole("path", path);
        return AttachmentAnswer.Of(await attachments.AttachAsync(call.Account, card, file, cancellationToken));
    }
}
