using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Tools.Apps;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>Files, which every Nextcloud has.</summary>
internal static class FilesApp
{
    public const string Read = "files.read";
    public const string Write = "files.write";

    public static NextcloudApp App { get; } =
        new("files", "Files")
        {
            Scopes =
            [
                new(
                    Read,
                    "Files",
                    "Read files",
                    "List, search and read your files and folders, and those shared with you."
                ),
                new(
                    Write,
                    "Files",
                    "Change files",
                    "Create, change, move, copy and delete files and folders, which includes reading them. Deleted files go to the trash bin."
                ),
            ],
            Json = FilesToolsJson.Default,
            Add = (server, json) =>
            {
                server.Services.TryAddSingleton<FilesClient>();
                server.Services.AddSingleton<McpServerResource>(provider => new FileResource(
                    provider.GetRequiredService<FilesClient>()
                ));
                _ = server.WithTools<FilesReadTools>(json).WithTools<FilesWriteTools>(json);
            },
        };
}
