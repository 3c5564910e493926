using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Tokens;
using Gatehouse.IdentityProviders.Transport;

namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>One provider with all that speaks to it; what is fetched from it is shared by everybody who signs in there.</summary>
internal sealed class IdentityProvider
{
    public IdentityProvider(
        ConfiguredProvider configuration,
        ProviderHttp http,
        TimeProvider time,
        ILoggerFactory loggers
    )
    {
        var authentication = new ClientAuthentication(configuration, time);
        Configuration = configuration;
        Http = http;
        Errors = new ErrorTranslation(configuration);
        Metadata = new MetadataSource(configuration, http, Errors, time, loggers.CreateLogger<MetadataSource>());
        Keys = new SigningKeySource(
            configuration,
            Metadata,
            http,
            Errors,
            time,
            loggers.CreateLogger<SigningKeySource>()
        );
        Tokens = new TokenEndpointClient(configuration, Metadata, http, Errors, authentication);
        Revocation = new TokenRevocation(configuration, Metadata, http, Errors, authentication);
        Authentication = authentication;
    }

    public ConfiguredProvider Configuration { get; }

    public ProviderHttp Http { get; }

    public ErrorTranslation Errors { get; }

    public MetadataSource Metadata { get; }

    public SigningKeySource Keys { get; }

    public TokenEndpointClient Tokens { get; }

    public TokenRevocation Revocation { get; }

    /// <summary>For other endpoints that want to know the client, such as introspection.</summary>
    public ClientAuthentication Authentication { get; }
}
