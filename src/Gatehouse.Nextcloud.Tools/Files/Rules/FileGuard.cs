using System.Collections.Immutable;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Files.Tags;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Files.Rules;

/// <summary>
/// The one place where the operator's rules are applied. What has a hiding tag is read once a minute for each person; when it cannot be read,
/// no file is shown.
/// </summary>
internal sealed class FileGuard(FileRules rules, TagsClient tags, TimeProvider time)
{
    private readonly TaggedFilesClient tagged = new(tags, rules.HiddenTags, rules.TagsCachedFor, time);
    private readonly ImmutableArray<PathPrefix> hidden =
    [
        .. rules.HiddenPaths.Select(p => PathPrefix.Hidden(FilePath.Parse(p))),
    ];
    private readonly ImmutableArray<PathPrefix> only =
    [
        .. rules.OnlyPaths.Select(p => PathPrefix.Shown(FilePath.Parse(p))),
    ];
    private readonly ImmutableHashSet<string> tagNames = rules.HiddenTags.ToImmutableHashSet(
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Begins a call: the caller's account, and what of its files may be seen.</summary>
    /// <exception cref="ToolException">It cannot be known.</exception>
    public async ValueTask<FileCall> OpenAsync(MessageContext request, CancellationToken cancellationToken)
    {
        var account = CallerOf.Get(request).Account;
        return new(account, await OfAsync(account, cancellationToken));
    }

    /// <summary>What of a person's files may be seen.</summary>
    /// <exception cref="ToolException">It cannot be known.</exception>
    public async ValueTask<VisibleFiles> OfAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        try
        {
            var known = await tagged.GetAsync(account, cancellationToken);
            return known.MissingTags is [var missing, ..]
                ? throw NoSuchTag(missing)
                : new(hidden, only, tagNames, known);
        }
        catch (NextcloudException exception)
        {
            throw new ToolException(
                "Files cannot be shown at present: this server hides files with certain tags from models, and which they are could not be read.\n"
                    + $"Cause: {exception.Error.Summary} {exception.Error.Cause}\nNext step: {exception.Error.NextStep}"
            );
        }
    }

    /// <summary>The same for what only tells of files by the way; null when it cannot be known, and no file may be told of.</summary>
    public async ValueTask<VisibleFiles?> FindAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        try
        {
            return await OfAsync(account, cancellationToken);
        }
        catch (ToolException)
        {
            return null;
        }
    }

    /// <summary>Something was restored or tagged: what has a tag is asked for again.</summary>
    public void Forget(NextcloudAccount account) => tagged.Forget(account);

    private static ToolException NoSuchTag(string tag) =>
        new(
            $"Files cannot be shown: this server hides files with the tag '{tag}' from models, and this account cannot see such a tag.\n"
                + "Next step: the administrator of the Nextcloud should make the tag, visible to everybody (restricted is best), or the operator "
                + "of this server should take it from the hidden tags."
        );
}
