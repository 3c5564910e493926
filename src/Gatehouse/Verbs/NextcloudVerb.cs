using System.CommandLine;
using Gatehouse.Serving;
using Gatehouse.Settings;

namespace Gatehouse.Verbs;

/// <summary><c>gatehouse nextcloud</c>: the Nextcloud MCP server for many people, each signing in at their own Nextcloud.</summary>
internal static class NextcloudVerb
{
    public static Command Command()
    {
        var command = new Command(
            "nextcloud",
            "Serve a Nextcloud to MCP clients; people sign in at their Nextcloud, or at an identity provider"
        )
        {
            ServingOptions.Cloud,
            ServingOptions.CloudInternalUrl,
            ServingOptions.CloudCa,
            ServingOptions.Issuer,
            ServingOptions.ClientId,
            ServingOptions.ClientSecretFile,
            ServingOptions.AccountClaim,
            ServingOptions.PublicUrl,
            ServingOptions.Apps,
            ServingOptions.ReadOnly,
            ServingOptions.Urls,
            ServingOptions.Data,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var settings = SettingsReader.Read(ServingOptions.Given(parsed), "nextcloud");
                await using var app = NextcloudServer.Build(settings);
                app.Lifetime.ApplicationStarted.Register(() => Banner.Write(Console.Out, settings, []));
                await app.RunAsync(cancellationToken);
                return 0;
            }
        );
        return command;
    }
}
