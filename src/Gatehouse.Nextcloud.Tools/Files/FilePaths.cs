using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>Completes the path of a file resource, folder by folder.</summary>
internal static class FilePaths
{
    /// <summary>Folders have no more than this on their first page, and nobody reads more than a list's first lines.</summary>
    private const int Limit = 500;

    /// <summary>What is in the folder typed so far and begins with the rest, percent-encoded; folders end with a slash.</summary>
    public static async Task<IEnumerable<string>> CompleteAsync(
        IServiceProvider services,
        NextcloudAccount account,
        string typed,
        CancellationToken cancellationToken
    )
    {
        var end = typed.LastIndexOf('/') + 1;
        if (!FileUri.TryParse(FileUri.Prefix + typed[..end], out var folder, out _))
            return [];

        var visible = await services.GetRequiredService<FileGuard>().OfAsync(account, cancellationToken);
        var files = services.GetRequiredService<FilesClient>();
        var page = await files.ListAsync(
            account,
            visible.Path("path", folder.Value),
            cursor: null,
            Limit,
            cancellationToken
        );
        var name = Uri.UnescapeDataString(typed[end..]);
        return visible
            .Of(page.Entries)
            .Where(entry => entry.Path.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            .Select(entry => FileUri.Of(entry.Path)[FileUri.Prefix.Length..] + (entry.IsFolder ? "/" : ""));
    }
}
