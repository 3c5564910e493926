using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.UserStatus;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.Nextcloud.Tools.UserStatus;

/// <summary>User status.</summary>
internal static class UserStatusApp
{
    public const string Read = "status.read";
    public const string Write = "status.write";

    public static NextcloudApp App { get; } =
        new("status", "User status")
        {
            Requires = "user_status",
            Scopes =
            [
                new(Read, "User status", "Read statuses", "See how you and others say they are, e.g. away."),
                new(
                    Write,
                    "User status",
                    "Set your status",
                    "Set your status and its message, which others see; this includes reading."
                ),
            ],
            Json = UserStatusToolsJson.Default,
            Add = (server, json) =>
            {
                server.Services.TryAddSingleton<UserStatusClient>();
                _ = server.WithAppTools<UserStatusReadTools>(json).WithAppTools<UserStatusWriteTools>(json);
            },
        };
}
