using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Files.Comments;
using Gatehouse.Nextcloud.Files.Tags;
using Gatehouse.Nextcloud.Files.Trash;
using Gatehouse.Nextcloud.Files.Uploads;
using Gatehouse.Nextcloud.Files.Versions;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Files.Tags;
using Gatehouse.Nextcloud.Tools.Files.Trash;
using Gatehouse.Nextcloud.Tools.Text;
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
                    "List, search and read your files and folders, and those shared with you; their comments, tags and versions; and the trash bin."
                ),
                new(
                    Write,
                    "Files",
                    "Change files",
                    "Create, change, move, copy, tag, comment, delete and restore files and folders, which includes reading them. "
                        + "Deleted files go to the trash bin; your assistant is told to ask you before it deletes them there."
                ),
            ],
            Json = FilesToolsJson.Default,
            Completions = [new(FileUri.Template, "path", Read, FilePaths.CompleteAsync)],
            Add = (server, json) =>
            {
                AddServices(server.Services);
                _ = server
                    .WithAppTools<FilesReadTools>(json)
                    .WithAppTools<FileContentTools>(json)
                    .WithAppTools<FilesWriteTools>(json)
                    .WithAppTools<FileMarkTools>(json)
                    .WithAppTools<TrashReadTools>(json)
                    .WithAppTools<TrashWriteTools>(json);
            },
        };

    /// <summary>What every tool that touches files needs, of other apps, too: the guard above all.</summary>
    public static void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(new FileRules());
        services.TryAddSingleton(new DocumentTextOptions());
        services.TryAddSingleton<FilesClient>();
        services.TryAddSingleton<UploadsClient>();
        services.TryAddSingleton<TrashClient>();
        services.TryAddSingleton<VersionsClient>();
        services.TryAddSingleton<CommentsClient>();
        services.TryAddSingleton<TagsClient>();
        services.TryAddSingleton<FileGuard>();
        services.TryAddSingleton<FileTexts>();
        services.TryAddSingleton<FileMatches>();
        services.TryAddSingleton<DocumentTexts>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<McpServerResource, FileResource>());
    }
}
