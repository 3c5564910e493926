using System.Globalization;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Collectives;

/// <summary>
/// Collectives and their tags, API 1.0. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class CollectivesClient(NextcloudTransport transport)
{
    private const string DefaultColor = "808080";

    /// <summary>The collectives this person belongs to.</summary>
    public Task<IReadOnlyList<Collective>> ListAsync(NextcloudAccount account, CancellationToken cancellationToken) =>
        ManyAsync(account, "", "Listing collectives", cancellationToken);

    /// <summary>The collectives in the trash that this person may restore.</summary>
    public Task<IReadOnlyList<Collective>> ListTrashAsync(
        NextcloudAccount account,
        CancellationToken cancellationToken
    ) => ManyAsync(account, "/trash", "Listing trashed collectives", cancellationToken);

    /// <summary>Makes a collective. One of that name is <see cref="NextcloudErrorKind.Refused"/>.</summary>
    public Task<Collective> CreateAsync(
        NextcloudAccount account,
        string name,
        string? emoji,
        CancellationToken cancellationToken
    )
    {
        var request = CollectivesRequest.Of(HttpMethod.Post, "", $"Making the collective '{name}'") with
        {
            Content = JsonAnswer.Content(new CollectiveWrite(name, emoji), CollectivesJson.Default.CollectiveWrite),
        };
        return OneAsync(account, request, cancellationToken);
    }

    /// <summary>Sets a collective's emoji, which is all the API changes of one.</summary>
    public Task<Collective> SetEmojiAsync(
        NextcloudAccount account,
        long id,
        string? emoji,
        CancellationToken cancellationToken
    )
    {
        var path = CollectivesRequest.Below(id, "");
        var request = CollectivesRequest.Of(HttpMethod.Put, path, $"Changing collective {id}") with
        {
            Content = JsonAnswer.Content(new EmojiWrite(emoji), CollectivesJson.Default.EmojiWrite),
        };
        return OneAsync(account, request, cancellationToken);
    }

    /// <summary>Puts a collective with all its pages into the trash.</summary>
    public Task<Collective> TrashAsync(NextcloudAccount account, long id, CancellationToken cancellationToken) =>
        OneAsync(
            account,
            CollectivesRequest.Of(HttpMethod.Delete, CollectivesRequest.Below(id, ""), $"Trashing collective {id}"),
            cancellationToken
        );

    /// <summary>Takes a collective back out of the trash.</summary>
    public Task<Collective> RestoreAsync(NextcloudAccount account, long id, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/trash/{id}");
        return OneAsync(
            account,
            CollectivesRequest.Of(HttpMethod.Patch, path, $"Restoring collective {id}"),
            cancellationToken
        );
    }

    /// <summary>The tags of a collective.</summary>
    public async Task<IReadOnlyList<CollectiveTag>> ListTagsAsync(
        NextcloudAccount account,
        long id,
        CancellationToken cancellationToken
    )
    {
        var path = CollectivesRequest.Below(id, "/tags");
        var request = CollectivesRequest.Of(HttpMethod.Get, path, $"Listing the tags of collective {id}");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var data = OcsCall.DataOf(request, answer, CollectivesJson.Default.OcsEnvelopeTagsData);
        return [.. (data.Tags ?? []).Select(CollectivesRequest.Convert)];
    }

    /// <summary>Makes a tag; its colour is six hex digits, grey when none is given.</summary>
    public async Task<CollectiveTag> CreateTagAsync(
        NextcloudAccount account,
        long id,
        string name,
        string? color,
        CancellationToken cancellationToken
    )
    {
        var path = CollectivesRequest.Below(id, "/tags");
        var write = new TagWrite(name, color ?? DefaultColor);
        var request = CollectivesRequest.Of(HttpMethod.Post, path, $"Making the tag '{name}'") with
        {
            Content = JsonAnswer.Content(write, CollectivesJson.Default.TagWrite),
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var data = OcsCall.DataOf(request, answer, CollectivesJson.Default.OcsEnvelopeTagsData);
        return CollectivesRequest.Convert(CollectivesRequest.Needed(request, data.Tag));
    }

    private async Task<IReadOnlyList<Collective>> ManyAsync(
        NextcloudAccount account,
        string path,
        string doing,
        CancellationToken cancellationToken
    )
    {
        var request = CollectivesRequest.Of(HttpMethod.Get, path, doing);
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var data = OcsCall.DataOf(request, answer, CollectivesJson.Default.OcsEnvelopeCollectivesData);
        return [.. (data.Collectives ?? []).Select(CollectivesRequest.Convert)];
    }

    private async Task<Collective> OneAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var data = OcsCall.DataOf(request, answer, CollectivesJson.Default.OcsEnvelopeCollectivesData);
        return CollectivesRequest.Convert(CollectivesRequest.Needed(request, data.Collective));
    }
}
