using System.Net;

namespace Gatehouse.DemoCloud.Hosting;

/// <summary>What options must be for a cloud with known passwords.</summary>
internal static class DemoCloudOptionsRules
{
    /// <summary>Where to listen, or an <see cref="ArgumentException"/> that says what is wrong.</summary>
    public static IPEndPoint Check(DemoCloudOptions options)
    {
        if (options.People.Count == 0)
        {
            throw Wrong(nameof(options.People), "a cloud without people lets nobody in: add at least one.");
        }

        foreach (var person in options.People)
        {
            if (!IsUserId(person.Id))
            {
                throw Wrong(
                    nameof(options.People),
                    $"'{person.Id}' is no user id: use a to z, 0 to 9, '_', '-', '.' and '@'."
                );
            }
        }

        if (options.BasePath is { Length: > 0 } path && (!path.StartsWith('/') || path.EndsWith('/')))
        {
            throw Wrong(
                nameof(options.BasePath),
                $"'{path}' must start with a slash and not end with one, e.g. /nextcloud."
            );
        }

        return Loopback(options.Urls);
    }

    private static IPEndPoint Loopback(string urls)
    {
        if (
            !Uri.TryCreate(urls, UriKind.Absolute, out var url)
            || url.Scheme != Uri.UriSchemeHttp
            || url.AbsolutePath != "/"
        )
        {
            throw Wrong(nameof(DemoCloudOptions.Urls), $"'{urls}' is not one http address such as http://127.0.0.1:0.");
        }

        if (!url.IsLoopback)
        {
            throw Wrong(
                nameof(DemoCloudOptions.Urls),
                $"'{urls}' can be reached by other machines, and the demo's passwords are known to everybody. Use http://127.0.0.1:{url.Port}."
            );
        }

        return new IPEndPoint(
            url.HostNameType == UriHostNameType.IPv6 ? IPAddress.IPv6Loopback : IPAddress.Loopback,
            url.Port
        );
    }

    private static bool IsUserId(string id) =>
        id.Length is > 0 and <= 64
        && id[0] != '.'
        && id.All(letter =>
            char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_' or '-' or '.' or '@'
        );

    private static ArgumentException Wrong(string option, string what) => new($"Demo cloud, {option}: {what}", option);
}
