using Gatehouse.OAuth;

namespace Gatehouse.Settings;

/// <summary>The rules of <see cref="ServerSettings.Urls"/>: one address, or several separated by semicolons.</summary>
internal static class ListenAddress
{
    private const int LastPort = 65534;

    /// <summary>What is wrong with the addresses of any verb.</summary>
    public static IEnumerable<string> Problems(string urls) =>
        urls.Split(';')
            .Where(url => Read(url) is null)
            .Select(url => $"Urls: '{url}' is not an address such as http://127.0.0.1:8931.");

    /// <summary>What is wrong with the address of the demo beside that.</summary>
    public static IEnumerable<string> DemoProblems(string urls)
    {
        if (urls.Contains(';', StringComparison.Ordinal))
        {
            yield return "Urls: the demo listens on one address.";
        }
        else if (Read(urls) is { } url)
        {
            if (!LoopbackHost.Is(url.Host))
            {
                yield return $"Urls: {urls} is not a loopback address; everybody knows the passwords of the demo, so it listens on this computer only.";
            }

            if (url.Scheme != Uri.UriSchemeHttp)
            {
                yield return "Urls: the demo speaks plain http; it never leaves this computer.";
            }

            if (url.Port is 0 or > LastPort)
            {
                yield return $"Urls: the demo needs a port from 1 to {LastPort}, and the next one for its cloud.";
            }
        }
    }

    /// <summary>The first address when people on this computer can use it as it is; null when the operator has to say the public one.</summary>
    public static string? PublicUrlOf(string urls)
    {
        var first = urls.Split(';')[0];
        return Read(first) is { Port: not 0 } url && LoopbackHost.Is(url.Host) ? first : null;
    }

    private static Uri? Read(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.PathAndQuery == "/"
            ? uri
            : null;
}
