using System.Collections.Immutable;
using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Transport;

namespace Gatehouse.IdentityProviders.Discovery;

/// <summary>The metadata of one provider: from its facts where it publishes none, else fetched, kept, and fetched again.</summary>
internal sealed class MetadataSource
{
    private const string Purpose = "its metadata";

    private readonly ConfiguredProvider provider;
    private readonly ProviderHttp http;
    private readonly ErrorTranslation errors;
    private readonly MetadataReader reader;
    private readonly ILogger logger;
    private readonly SharedFetch<ProviderMetadata> shared;

    public MetadataSource(
        ConfiguredProvider provider,
        ProviderHttp http,
        ErrorTranslation errors,
        TimeProvider time,
        ILogger<MetadataSource> logger
    )
    {
        this.provider = provider;
        this.http = http;
        this.errors = errors;
        this.logger = logger;
        reader = new MetadataReader(provider);
        shared = new SharedFetch<ProviderMetadata>(FetchAsync, time);
    }

    /// <summary>The metadata, or why there is none.</summary>
    public Task<ProviderResult<ProviderMetadata>> FindAsync(CancellationToken cancellationToken) =>
        provider.Facts.Endpoints is null
            ? shared.FindAsync(cancellationToken)
            : Task.FromResult<ProviderResult<ProviderMetadata>>(OfFacts());

    private ProviderMetadata OfFacts()
    {
        var endpoints = provider.Facts.Endpoints!;
        return new ProviderMetadata
        {
            Issuer = provider.Issuer,
            AuthorizationEndpoint = Address(endpoints.Authorize),
            TokenEndpoint = Address(endpoints.Token),
            UserInfoEndpoint = Address(endpoints.Account),
        };
    }

    private string Address(string template) =>
        provider.Resolve(template)
        ?? throw new InvalidOperationException(
            $"{provider.Facts.Slug}: the address {template} has a name without a value."
        );

    private async Task<Fetched<ProviderMetadata>> FetchAsync(ProviderMetadata? last)
    {
        var fetched = await LookAsync(last);
        if (fetched.Result.Failure is { } failure)
        {
            logger.MetadataUnavailable(provider.Name, failure.Code, failure.Detail, last is not null);
        }

        return fetched;
    }

    private async Task<Fetched<ProviderMetadata>> LookAsync(ProviderMetadata? last)
    {
        ProviderFailure? first = null;
        foreach (var form in provider.Facts.Metadata)
        {
            var address = MetadataAddress.Of(form, provider.Issuer);
            var answer = await http.GetAsync(
                address,
                ImmutableDictionary<string, string>.Empty,
                CancellationToken.None
            );
            if (answer.Trouble is { } trouble)
            {
                return new(errors.Of(trouble, Purpose), Lifetime: null);
            }

            if (answer.IsSuccess && DocumentMembers.TryParse(answer.Body) is { } document)
            {
                using (document)
                {
                    return new(reader.Read(document.RootElement, address, last), answer.MaximumAge);
                }
            }

            // Many servers answer an address they do not know with an error of their own or with their start page: the next form may be the right one.
            first ??= answer.Status is >= 400 and < 500 and not 429 ? null : errors.Of(answer, Purpose);
        }

        return new(first ?? Nowhere(), Lifetime: null);
    }

    private ProviderFailure Nowhere() =>
        ProviderFailure.Misconfigured(
            $"{provider.Title} publishes no metadata at {MetadataAddress.Of(provider.Facts.Metadata[0], provider.Issuer)}.",
            $"Open that address in a browser, and write the Issuer of the provider {provider.Name} so that it leads to a JSON document."
        );
}
