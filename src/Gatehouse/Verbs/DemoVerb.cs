using System.CommandLine;
using System.Globalization;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.Serving;
using Gatehouse.Settings;

namespace Gatehouse.Verbs;

/// <summary><c>gatehouse demo</c>: the same with a small cloud inside, for a first tool call in a minute. This computer only.</summary>
internal static class DemoVerb
{
    public static Command Command()
    {
        var command = new Command("demo", "Try it: a small Nextcloud-compatible cloud inside, two people, sample data")
        {
            ServingOptions.Apps,
            ServingOptions.ReadOnly,
            ServingOptions.Urls,
            ServingOptions.Data,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(ServingOptions.Given(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IEnumerable<KeyValuePair<string, string?>> flags,
        CancellationToken cancellationToken
    )
    {
        var settings = SettingsReader.ReadDemo(flags);
        var options = new DemoCloudOptions
        {
            Urls = CloudUrl(settings.Urls),
            DataFolder = Path.Combine(settings.Data, "cloud"),
        };
        await using var cloud = await DemoCloudServer.StartAsync(options, cancellationToken);
        settings.Cloud = cloud.Address;
        await using var app = NextcloudServer.Build(settings);
        app.Lifetime.ApplicationStarted.Register(() =>
            Banner.Write(
                Console.Out,
                settings,
                [.. options.People.Select(person => $"{person.Id} (password {person.Password})")]
            )
        );
        await app.RunAsync(cancellationToken);
        return 0;
    }

    // The next port: the cloud's address is part of who people are, so it must be the same after a restart.
    private static string CloudUrl(string urls)
    {
        var uri = new Uri(urls);
        return string.Create(CultureInfo.InvariantCulture, $"{uri.Scheme}://{uri.Host}:{uri.Port + 1}");
    }
}
