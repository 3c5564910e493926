using System.Globalization;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Sharing;

/// <summary>Shares files. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.</summary>
public sealed class SharesClient(NextcloudTransport transport)
{
    private const string Shares = "/ocs/v2.php/apps/files_sharing/api/v1/shares";

    /// <summary>The shares that are asked for; the API has no pages.</summary>
    public async Task<IReadOnlyList<Share>> ListAsync(
        NextcloudAccount account,
        ShareQuery query,
        CancellationToken cancellationToken
    )
    {
        var request = OcsCall.Get(Shares + QueryOf(query), "Listing shares");
        return await ReadAllAsync(account, request, cancellationToken);
    }

    /// <summary>One share.</summary>
    public async Task<Share> GetAsync(NextcloudAccount account, string id, CancellationToken cancellationToken)
    {
        var request = OcsCall.Get(UrlOf(id), $"Reading share {id}");
        var shares = await ReadAllAsync(account, request, cancellationToken);
        return shares is [var share]
            ? share
            : throw new NextcloudException(ErrorReader.Unexpected(request, "The answer is not one share."));
    }

    /// <summary>Shares a file or folder with somebody. With whom it is shared already, Nextcloud answers the share that is there.</summary>
    public Task<Share> CreateAsync(
        NextcloudAccount account,
        FilePath path,
        ShareTarget target,
        ShareOptions options,
        CancellationToken cancellationToken
    ) =>
        CreateAsync(
            account,
            $"Sharing {path} with '{target.Id}'",
            Write(options) with
            {
                Path = path.Value,
                ShareType = (int)target.Kind,
                ShareWith = target.Id,
            },
            cancellationToken
        );

    /// <summary>Makes a link with which everybody who has it reaches the file or folder.</summary>
    public Task<Share> CreateLinkAsync(
        NextcloudAccount account,
        FilePath path,
        ShareOptions options,
        CancellationToken cancellationToken
    ) =>
        CreateAsync(
            account,
            $"Making a public link to {path}",
            Write(options) with
            {
                Path = path.Value,
                ShareType = (int)ShareKind.Link,
            },
            cancellationToken
        );

    /// <summary>Changes what is given of a share.</summary>
    public async Task<Share> ChangeAsync(
        NextcloudAccount account,
        string id,
        ShareOptions change,
        CancellationToken cancellationToken
    )
    {
        var request = OcsCall.Get(UrlOf(id), $"Changing share {id}") with
        {
            Method = HttpMethod.Put,
            Content = JsonAnswer.Content(Write(change), SharingJson.Default.ShareWrite),
        };
        var answer = await CallAsync(account, request, cancellationToken);
        return ShareReader.Read(
            account,
            request,
            OcsCall.DataOf(request, answer, SharingJson.Default.OcsEnvelopeShareData)
        );
    }

    /// <summary>Ends a share: of the person's own, or one they were given, for them.</summary>
    public Task DeleteAsync(NextcloudAccount account, string id, CancellationToken cancellationToken) =>
        CallAsync(
            account,
            OcsCall.Get(UrlOf(id), $"Ending share {id}") with
            {
                Method = HttpMethod.Delete,
            },
            cancellationToken
        );

    private async Task<Share> CreateAsync(
        NextcloudAccount account,
        string doing,
        ShareWrite write,
        CancellationToken cancellationToken
    )
    {
        var request = OcsCall.Get(Shares, doing) with
        {
            Method = HttpMethod.Post,
            Content = JsonAnswer.Content(write, SharingJson.Default.ShareWrite),
        };
        var answer = await CallAsync(account, request, cancellationToken);
        return ShareReader.Read(
            account,
            request,
            OcsCall.DataOf(request, answer, SharingJson.Default.OcsEnvelopeShareData)
        );
    }

    private async Task<IReadOnlyList<Share>> ReadAllAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await CallAsync(account, request, cancellationToken);
        var data = OcsCall.DataOf(request, answer, SharingJson.Default.OcsEnvelopeShareDataArray);
        return [.. data.Select(d => ShareReader.Read(account, request, d))];
    }

    private async Task<CloudAnswer> CallAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.SendAsync(account.Login, request, cancellationToken);
        return answer.IsSuccess
            ? answer
            : throw new NextcloudException(ShareErrors.Read(account.Cloud, request, answer));
    }

    private static string UrlOf(string id) => $"{Shares}/{Uri.EscapeDataString(id)}";

    private static string QueryOf(ShareQuery query)
    {
        if (query.WithMe)
            return "?shared_with_me=true";

        return query.Path is { } path
            ? $"?path={Uri.EscapeDataString(path.Value)}&reshares=true&subfiles={(query.Inside ? "true" : "false")}"
            : "";
    }

    private static ShareWrite Write(ShareOptions options) =>
        new(
            Permissions: (int?)options.Permissions,
            Password: options.Password,
            ExpireDate: options.ClearExpires
                ? ""
                : options.Expires?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Note: options.Note,
            Label: options.Label,
            HideDownload: options.HideDownload is { } hide ? (hide ? "true" : "false") : null
        );
}
