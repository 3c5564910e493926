using System.ComponentModel;
using Gatehouse.Nextcloud.Mail;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>Files mail.</summary>
[McpServerToolType]
[RequiresScope(MailApp.Write)]
internal sealed class MailWriteTools(MessagesClient messages)
{
    private const string Root = "/index.php/apps/mail/api/";
    private const int MaxIds = 50;

    [McpServerTool(
        Name = "change_mail",
        Title = "Change mail",
        ReadOnly = false,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("PUT " + Root + "messages/{id}/flags", Most = MaxIds, When = "with seen, flagged or junk, for each")]
    [Upstream("POST " + Root + "tags", When = "with addTag")]
    [Upstream("PUT " + Root + "messages/{id}/tags/{label}", Most = MaxIds, When = "with addTag, for each")]
    [Upstream("DELETE " + Root + "messages/{id}/tags/{label}", Most = MaxIds, When = "with removeTag, for each")]
    [Upstream("POST " + Root + "messages/{id}/move", Most = MaxIds, When = "with moveTo, for each")]
    [Description("Marks, tags or moves mail. What is left away stays.")]
    public async Task<MailChanged> ChangeAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("1 to 50.")] IReadOnlyList<long> ids,
        [Description("Read or unread.")] bool? seen = null,
        [Description("Star or not.")] bool? flagged = null,
        [Description("Junk or not.")] bool? junk = null,
        [Description("Name; made when new.")] string? addTag = null,
        [Description("Label.")] string? removeTag = null,
        [Description("Mailbox id.")] long? moveTo = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Check(ids);
        var flags = new MailFlags(seen, flagged, IsJunk: junk);
        if (flags.IsEmpty && (addTag, removeTag, moveTo) is (null, null, null))
            throw new ToolException(
                "There is nothing to change.\nNext step: give seen, flagged, junk, addTag, removeTag or moveTo."
            );

        var tag = addTag is null
            ? null
            : await messages.EnsureTagAsync(account, Arguments.NotEmpty("addTag", addTag), cancellationToken);
        foreach (var id in ids)
        {
            if (!flags.IsEmpty)
                await messages.SetFlagsAsync(account, id, flags, cancellationToken);
            if (tag is not null)
                await messages.TagAsync(account, id, tag.Label, isTagged: true, cancellationToken);
            if (removeTag is not null)
                await messages.TagAsync(account, id, removeTag, isTagged: false, cancellationToken);
            // The last step, because it gives the message another id.
            if (moveTo is { } mailbox)
                await messages.MoveAsync(account, id, mailbox, cancellationToken);
        }

        return new(ids, moveTo, tag?.Label);
    }

    [McpServerTool(
        Name = "delete_mail",
        Title = "Delete mail",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("DELETE " + Root + "messages/{id}", Most = MaxIds, When = "for each")]
    [Description("Moves mail to the trash; mail in the trash is gone for good.")]
    public async Task<MailChanged> DeleteAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("1 to 50.")] IReadOnlyList<long> ids,
        [Description("From the refusal.")] string? confirmation = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Check(ids);
        if (ids.Count > 1)
            Confirmation.Require(request, $"Delete {ids.Count} mails?");
        foreach (var id in ids)
            await messages.DeleteAsync(account, id, cancellationToken);
        return new(ids);
    }

    private static void Check(IReadOnlyList<long> ids)
    {
        if (ids.Count is 0 or > MaxIds)
            throw Arguments.Bad("ids", $"Give 1 to {MaxIds} ids of list_mail.");
    }
}
