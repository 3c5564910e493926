using Gatehouse.Nextcloud.Sharing;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Files;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.Nextcloud.Tools.Sharing;

/// <summary>Sharing files.</summary>
internal static class SharingApp
{
    public const string Read = "sharing.read";
    public const string Write = "sharing.write";

    public static NextcloudApp App { get; } =
        new("sharing", "Sharing")
        {
            Requires = "files_sharing",
            Scopes =
            [
                new(
                    Read,
                    "Sharing",
                    "See shares",
                    "See what you share and what is shared with you, and search for people to share with."
                ),
                new(
                    Write,
                    "Sharing",
                    "Share files",
                    "Share your files with others, make public links, and change and end your shares. Your assistant is told to ask you before it makes a public link."
                ),
            ],
            Json = SharingToolsJson.Default,
            Add = (server, json) =>
            {
                FilesApp.AddServices(server.Services);
                server.Services.TryAddSingleton<SharesClient>();
                server.Services.TryAddSingleton<ShareesClient>();
                _ = server.WithAppTools<SharingReadTools>(json).WithAppTools<SharingWriteTools>(json);
            },
        };
}
