using System.ComponentModel;
using System.Globalization;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Times;
using Gatehouse.Nextcloud.Transport;
using Gatehouse.Nextcloud.UserStatus;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.UserStatus;

/// <summary>Sets the person's status.</summary>
[McpServerToolType]
[RequiresScope(UserStatusApp.Write)]
internal sealed class UserStatusWriteTools(UserStatusClient statuses, PersonZones zones, TimeProvider time)
{
    private const int MaxMessage = 80;

    [McpServerTool(
        Name = "set_status",
        Title = "Set your status",
        ReadOnly = false,
        Destructive = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("PUT /ocs/v2.php/apps/user_status/api/v1/user_status/status", When = "with a status")]
    [Upstream("PUT /ocs/v2.php/apps/user_status/api/v1/user_status/message/custom", When = "with a message or icon")]
    [Upstream("DELETE /ocs/v2.php/apps/user_status/api/v1/user_status/message", When = "with an empty message")]
    [Description("Sets the person's status, its message, or both.")]
    public async Task<StatusChanged> SetAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("How they are.")] StatusChoice? status = null,
        [Description("Replaces it; empty clears it.")] string? message = null,
        [Description("One emoji.")] string? icon = null,
        [Description("When it goes away.")] string? clearAt = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var isClearing = message is { Length: 0 } && icon is null;
        if (status is null && message is null && icon is null)
            throw new ToolException("There is nothing to set.\nNext step: give status, message or icon.");
        if (message is not null && new StringInfo(message).LengthInTextElements > MaxMessage)
            throw Arguments.Bad("message", $"It must have at most {MaxMessage} characters.");

        var zone = await zones.OfAsync(account, cancellationToken);
        var end = EndOf(zone, clearAt, isNeedless: isClearing || (message is null && icon is null));
        var now = status is { } choice ? await statuses.SetAsync(account, KindOf(choice), cancellationToken) : null;
        if (isClearing)
            await statuses.ClearMessageAsync(account, cancellationToken);
        else if (message is not null || icon is not null)
            now = await MessageAsync(account, message, icon, end, cancellationToken);

        return isClearing ? new(now?.Status) : new(now?.Status, now?.Message, now?.Icon, zone.Write(now?.ClearAt));
    }

    private Task<PersonStatus> MessageAsync(
        NextcloudAccount account,
        string? message,
        string? icon,
        DateTimeOffset? end,
        CancellationToken cancellationToken
    ) =>
        statuses.SetMessageAsync(
            account,
            new(string.IsNullOrEmpty(message) ? null : message, icon, end),
            cancellationToken
        );

    private DateTimeOffset? EndOf(PersonZone zone, string? clearAt, bool isNeedless)
    {
        if (zone.Read("clearAt", clearAt) is not { } end)
            return null;
        if (isNeedless)
            throw Arguments.Bad("clearAt", "It says when a message goes away, and there is no message.");
        return end > time.GetUtcNow()
            ? end
            : throw Arguments.Bad("clearAt", $"It is past; now is {zone.Write(time.GetUtcNow())}.");
    }

    private static StatusKind KindOf(StatusChoice choice) =>
        choice switch
        {
            StatusChoice.Away => StatusKind.Away,
            StatusChoice.Busy => StatusKind.Busy,
            StatusChoice.Dnd => StatusKind.Dnd,
            StatusChoice.Invisible => StatusKind.Invisible,
            StatusChoice.Offline => StatusKind.Offline,
            _ => StatusKind.Online,
        };
}
