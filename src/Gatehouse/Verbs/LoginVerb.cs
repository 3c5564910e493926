using System.CommandLine;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;
using Gatehouse.Stdio;

namespace Gatehouse.Verbs;

/// <summary><c>gatehouse login</c> and <c>logout</c>: the app password of <c>gatehouse stdio</c> comes and goes.</summary>
internal static class LoginVerb
{
    private static readonly Option<string> Cloud = new("--cloud")
    {
        Description = "Your Nextcloud, such as https://cloud.example.com",
        HelpName = "URL",
        Required = true,
    };

    public static Command Login()
    {
        var command = new Command(
            "login",
            "Sign in to your Nextcloud for 'gatehouse stdio'; the app password is kept here"
        )
        {
            Cloud,
            ServingOptions.CloudInternalUrl,
            ServingOptions.CloudCa,
        };
        command.SetAction(LoginAsync);
        return command;
    }

    public static Command Logout()
    {
        var command = new Command("logout", "Delete that app password, here and at your Nextcloud")
        {
            Cloud,
            ServingOptions.CloudInternalUrl,
            ServingOptions.CloudCa,
        };
        command.SetAction(LogoutAsync);
        return command;
    }

    private static async Task<int> LoginAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var transport = CloudCalls.Transport(parsed.GetValue(ServingOptions.CloudCa));
        var cloud = Address(parsed);
        var file = LoginFile.OfThisPerson;
        // Before the person does anything: a file that cannot be read would lose what they are about to grant.
        _ = file.Read();

        var granted = await new TerminalLogin(transport, TimeProvider.System, Console.Out).RunAsync(
            cloud,
            cancellationToken
        );
        var login = new StoredLogin(cloud.Value, granted.LoginName, granted.AppPassword.Reveal());
        var before = file.Put(login);
        await Console.Out.WriteLineAsync($"Signed in as {login}. Kept in {file.Path}.");
        if (before is not null)
        {
            await DeleteAsync(transport, cloud, before, cancellationToken);
        }

        await Console.Out.WriteLineAsync($"Now give your client this command: gatehouse stdio --cloud {cloud.Value}");
        return 0;
    }

    private static async Task<int> LogoutAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var transport = CloudCalls.Transport(parsed.GetValue(ServingOptions.CloudCa));
        var cloud = Address(parsed);
        var file = LoginFile.OfThisPerson;
        if (file.Read().FirstOrDefault(one => one.Cloud == cloud.Value) is not { } login)
        {
            await Console.Out.WriteLineAsync($"Nobody is signed in to {cloud.Value} here.");
            return 0;
        }

        // At the cloud first: once it is forgotten here, nobody could delete it there.
        await DeleteAsync(transport, cloud, login, cancellationToken);
        file.Remove(cloud.Value);
        await Console.Out.WriteLineAsync($"Signed out: {login}.");
        return 0;
    }

    private static async Task DeleteAsync(
        NextcloudTransport transport,
        CloudAddress cloud,
        StoredLogin login,
        CancellationToken cancellationToken
    )
    {
        if (AppPassword.TryParse(login.AppPassword, out var secret))
        {
            _ = await new AppPasswordsClient(transport).RevokeAsync(
                new NextcloudLogin(cloud, login.LoginName, secret, CredentialVersion.Parse("stored")),
                cancellationToken
            );
        }
    }

    private static CloudAddress Address(ParseResult parsed) =>
        StdioLogin.Address(parsed.GetValue(Cloud)!, parsed.GetValue(ServingOptions.CloudInternalUrl));
}
