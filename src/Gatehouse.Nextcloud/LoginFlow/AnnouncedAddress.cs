using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.LoginFlow;

/// <summary>
/// The addresses a cloud announces must be its configured ones: a person is sent to one of them, and a secret to the other.
/// </summary>
internal static class AnnouncedAddress
{
    private const string Flow = "/login/v2/";
    private const string IndexPhp = "/index.php";

    /// <summary>The announced URL's path below the cloud's base.</summary>
    /// <exception cref="NextcloudException">It is not on the configured cloud.</exception>
    public static string Check(CloudAddress cloud, string? announced, string what)
    {
        var path = cloud.PathBelow(announced ?? "");
        var isFlow =
            path is not null
            && (
                path.StartsWith(Flow, StringComparison.Ordinal)
                || path.StartsWith(IndexPhp + Flow, StringComparison.Ordinal)
            );
        return isFlow ? path! : throw new NextcloudException(Mismatch(cloud, announced ?? "", what));
    }

    private static NextcloudError Mismatch(CloudAddress cloud, string announced, string what)
    {
        var shown = Shown(announced);
        var isOnlyScheme =
            Uri.TryCreate(announced, UriKind.Absolute, out var uri)
            && string.Equals(uri.Authority, cloud.HostHeader, StringComparison.OrdinalIgnoreCase);
        return new(
            NextcloudErrorKind.AddressMismatch,
            $"Signing in cannot go on: the Nextcloud configured as {cloud} announces {shown} as {what}.",
            isOnlyScheme
                ? "It takes itself for another scheme or path than people use; behind a proxy that ends TLS it cannot know better."
                : "Nobody is sent to an address, and no secret either, that is not the configured one.",
            isOnlyScheme
                ? "The administrator of the Nextcloud should set overwriteprotocol (and overwritewebroot) in config/config.php, or overwrite.cli.url to "
                    + $"{cloud}, or this server should be configured with {shown}."
                : $"The administrator of the Nextcloud should set overwrite.cli.url and overwritehost in config/config.php to {cloud} "
                    + $"(and overwriteprotocol, when the scheme differs), or this server should be configured with {shown}."
        );
    }

    /// <summary>Origin and base path only: the announced URLs hold tokens.</summary>
    private static string Shown(string announced)
    {
        if (!Uri.TryCreate(announced, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return "something that is no web address";

        var end = uri.AbsolutePath.IndexOf(Flow, StringComparison.Ordinal);
        var path = end < 0 ? "" : uri.AbsolutePath[..end];
        var isIndex = path.EndsWith(IndexPhp, StringComparison.Ordinal);
        return uri.GetLeftPart(UriPartial.Authority) + (isIndex ? path[..^IndexPhp.Length] : path);
    }
}
