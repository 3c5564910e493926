namespace Gatehouse.Settings;

/// <summary>Everything an operator can say: in <c>gatehouse.json</c>, as <c>GATEHOUSE_…</c> environment variables, the common ones as flags.</summary>
internal sealed class ServerSettings
{
    /// <summary>Where to listen.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:8931";

    /// <summary>The folder that keeps everything: database, master key.</summary>
    public string Data { get; set; } = "";

    /// <summary>The address people and clients use; the one to listen on when that is a loopback address.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>The Nextcloud.</summary>
    public string? Cloud { get; set; }

    /// <summary>The address to call in its place.</summary>
    public string? CloudInternalUrl { get; set; }

    /// <summary>A PEM file with an authority to trust.</summary>
    public string? CloudCa { get; set; }

    /// <summary>The apps whose tools are offered, separated by commas, such as notes,calendar; all when nothing is said.</summary>
    public string? Apps { get; set; }

    /// <summary>Only tools that change nothing.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>How many calls all assistants of one person may make in a minute together; 0 for no limit.</summary>
    public int CallsPerMinute { get; set; } = 600;

    /// <summary>System tags that hide files and folders from all tools.</summary>
    public IList<string> HiddenTags { get; set; } = [];

    /// <summary>Paths below each person's files that are hidden from all tools.</summary>
    public IList<string> HiddenPaths { get; set; } = [];

    /// <summary>When there are any, all other paths are hidden.</summary>
    public IList<string> OnlyPaths { get; set; } = [];

    /// <summary>What pages call the server.</summary>
    public string Name { get; set; } = "Nextcloud";

    /// <summary>The master key in place of the file in the data folder.</summary>
    public string? MasterKey { get; set; }

    /// <summary>RFC 7591.</summary>
    public bool DynamicRegistration { get; set; } = true;

    /// <summary>Whether clients may be known by their metadata documents: auto, on or off.</summary>
    public string ClientMetadataDocuments { get; set; } = "auto";

    /// <summary>Domains whose documents are taken.</summary>
    public IList<string> AllowedClientDomains { get; set; } = [];

    /// <summary>Domains whose documents are not taken.</summary>
    public IList<string> DeniedClientDomains { get; set; } = [];

    /// <summary>HTTP Basic with Nextcloud app passwords at the MCP endpoint.</summary>
    public bool AppPasswords { get; set; }

    /// <summary>What who comes with an app password may do; none means everything.</summary>
    public IList<string> AppPasswordScopes { get; set; } = [];

    /// <summary>RFC 8628.</summary>
    public bool DeviceAuthorization { get; set; } = true;

    /// <summary>How many sign-ins, and how many devices, may be open at once.</summary>
    public int MaximumOpenSignIns { get; set; } = 5000;

    /// <summary>How many sign-ins are begun at the cloud at the same moment.</summary>
    public int MaximumConcurrentStarts { get; set; } = 16;

    /// <summary>Names of clients, beside the known ones, that finish a step-up.</summary>
    public IList<string> StepUpClients { get; set; } = [];

    /// <summary>How long an access token lives.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a refresh token lives unused.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Identity providers people sign in at, in the order in which the page offers them; none means that they sign in at the cloud.</summary>
    public IList<IdentityProviderOptions> IdentityProviders { get; set; } = [];

    /// <summary>Whether the account of the cloud that a person links must bear the name the identity provider tells.</summary>
    public bool LinkedAccountMustMatch { get; set; } = true;

    /// <summary>Clients known by name.</summary>
    public IList<ClientSettings> Clients { get; set; } = [];

    /// <summary>Hosts of web clients allowed beside the known ones.</summary>
    public IList<string> WebHosts { get; set; } = [];

    /// <summary>Private URI schemes of apps allowed beside the known ones.</summary>
    public IList<string> PrivateSchemes { get; set; } = [];

    /// <summary>Origins of web pages that may call the MCP endpoint.</summary>
    public IList<string> AllowedOrigins { get; set; } = [];
}
