using Gatehouse.Nextcloud.Notifications;
using Gatehouse.Nextcloud.Tools.Apps;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.Nextcloud.Tools.Notifications;

/// <summary>Notifications.</summary>
internal static class NotificationsApp
{
    public const string Read = "notifications.read";
    public const string Write = "notifications.write";

    public static NextcloudApp App { get; } =
        new("notifications", "Notifications")
        {
            Requires = "notifications",
            Scopes =
            [
                new(Read, "Notifications", "Read notifications", "Read the notifications that wait for you."),
                new(
                    Write,
                    "Notifications",
                    "Dismiss notifications",
                    "Dismiss your notifications for good, which includes reading them."
                ),
            ],
            Json = NotificationsToolsJson.Default,
            Add = (server, json) =>
            {
                server.Services.TryAddSingleton<NotificationsClient>();
                _ = server.WithAppTools<NotificationsReadTools>(json).WithAppTools<NotificationsWriteTools>(json);
            },
        };
}
