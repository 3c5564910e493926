using Gatehouse.AspNetCore.Registration;
using Gatehouse.OAuth;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What an operator decides. Every value is checked at start, all problems are reported at once.</summary>
public sealed class GatehouseOptions
{
    /// <summary>The origin people and clients use, such as <c>https://mcp.example.com</c>: https, or http on a loopback host. Required.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Where the MCP endpoint is mapped, below <see cref="PublicUrl"/>.</summary>
    public string ResourcePath { get; set; } = "/mcp";

    /// <summary>What pages and metadata call the server.</summary>
    public string Name { get; set; } = "Gatehouse";

    /// <summary>The scopes of the resource, in the order in which the consent page shows them. At least one.</summary>
    public IList<SupportedScope> Scopes { get; } = [];

    /// <summary>RFC 7591. When it is off it is not advertised, and only configured clients can sign in.</summary>
    public bool DynamicRegistration { get; set; } = true;

    /// <summary>
    /// Clients whose identifier is the address of a document that describes them. Whoever names such an address makes this server fetch it, from the
    /// public internet only.
    /// </summary>
    public ClientMetadataDocumentMode ClientMetadataDocuments { get; set; }

    /// <summary>
    /// Domains whose documents are taken, each with everything below it; all when there are none. A client of a domain named here may also be
    /// answered at web pages of the host of its document.
    /// </summary>
    public IList<string> AllowedClientDomains { get; } = [];

    /// <summary>Domains whose documents are never taken, each with everything below it.</summary>
    public IList<string> DeniedClientDomains { get; } = [];

    /// <summary>RFC 8628: clients without a browser let the person type a code elsewhere. When it is off it is not advertised.</summary>
    public bool DeviceAuthorization { get; set; } = true;

    /// <summary>Clients the operator knows by name.</summary>
    public IList<ConfiguredClient> Clients { get; } = [];

    /// <summary>Hosts of web clients allowed beside the known ones, such as <c>chat.example.com</c>.</summary>
    public IList<string> WebHosts { get; } = [];

    /// <summary>Private URI schemes of apps allowed beside the known and the reverse-domain ones.</summary>
    public IList<string> PrivateSchemes { get; } = [];

    /// <summary>Origins of web pages that may call the MCP endpoint from a browser, such as <c>https://inspector.example.com</c>.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>
    /// HTTP Basic at the resource, with a name and password the sign-in knows, such as a Nextcloud app password. Off, because a client that has
    /// one can do with it whatever the person can, past every consent. It is never offered in a challenge.
    /// </summary>
    public bool PasswordSignIn { get; set; }

    /// <summary>What who comes with a password may do; none means everything.</summary>
    public IList<string> PasswordScopes { get; } = [];

    /// <summary>Names of clients, beside the known ones, that finish a step-up: they answer 403 <c>insufficient_scope</c> with a sign-in for what was missing.</summary>
    public IList<string> StepUpClients { get; } = [];

    /// <summary>How long an access token lives: a minute to a day. Several clients break below five minutes.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a refresh token lives unused: as long as an access token, to ten years.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long a used refresh token still gives its successor: clients race themselves.</summary>
    public TimeSpan RefreshGraceWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many sign-ins may be open at once. Anybody can begin one, so there is an end to it; more get a page that says to try again.</summary>
    public int MaximumOpenSignIns { get; set; } = 5000;

    /// <summary>How many sign-ins this process begins upstream at the same moment; four times as many wait for their turn.</summary>
    public int MaximumConcurrentStarts { get; set; } = 16;

    /// <summary>
    /// The <see cref="Gatehouse.AspNetCore.SignIn.ISignIn.Name"/> of the sign-in that is not offered, but links an account to whoever signed in by another; kept for
    /// each person until it is undone. Null for none.
    /// </summary>
    public string? LinkedSignIn { get; set; }

    /// <summary>Whether a linked account must bear the name the sign-in tells, such as the same user name. When it is off, people may link any account they can sign in to.</summary>
    public bool LinkedAccountMustMatch { get; set; } = true;

    /// <summary>The file of the master key; made with owner-only permissions when it is missing.</summary>
    public string? MasterKeyFile { get; set; }

    /// <summary>The master key itself, 32 bytes in Base64, in place of the file.</summary>
    public string? MasterKey { get; set; }
}
