using System.Reflection;
using System.Web;
using ModelContextProtocol.Authentication;
using ModelContextProtocol.Client;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>The C# SDK's own client.</summary>
internal sealed class CSharpClient(LabSite site) : LabClient(site)
{
    private McpClient? client;

    public static string Version { get; } =
        typeof(McpClient)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    public override async Task SignInAsync(CancellationToken cancellationToken)
    {
        var transport = new HttpClientTransport(
            new HttpClientTransportOptions
            {
                Endpoint = new Uri(Site.Mcp),
                OAuth = new ClientOAuthOptions
                {
                    // Nobody listens there: the person hands the answer over.
                    RedirectUri = new Uri("http://127.0.0.1:1/callback"),
                    DynamicClientRegistration = new() { ClientName = "C# lab" },
                    AuthorizationCallbackHandler = AskAsync,
                },
            }
        );
        client = await McpClient.CreateAsync(transport, cancellationToken: cancellationToken);
    }

    public override async Task<string> ListToolsAsync(CancellationToken cancellationToken) =>
        string.Join(
            ' ',
            (await client!.ListToolsAsync(cancellationToken: cancellationToken)).Select(tool => tool.Name)
        );

    public override async Task<string> CallAsync(CancellationToken cancellationToken) =>
        (await client!.CallToolAsync("access", cancellationToken: cancellationToken)).StructuredContent.ToString()!;

    public override async ValueTask DisposeAsync()
    {
        if (client is not null)
        {
            await client.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    private async Task<AuthorizationResult?> AskAsync(
        AuthorizationCallbackContext context,
        CancellationToken cancellationToken
    )
    {
        var answer = HttpUtility.ParseQueryString(
            (await Site.Person.WalkAsync(context.AuthorizationUri.ToString(), cancellationToken)).Query
        );
        return new AuthorizationResult
        {
            Code = answer["code"]!,
            State = answer["state"],
            Iss = answer["iss"],
        };
    }
}
