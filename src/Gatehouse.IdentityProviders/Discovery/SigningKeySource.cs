using System.Collections.Immutable;
using System.Text;
using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Transport;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.IdentityProviders.Discovery;

/// <summary>RFC 7517 §5: the keys of one provider, kept, and fetched again when a token names one that is not among them.</summary>
internal sealed class SigningKeySource
{
    private const string Purpose = "its keys";

    private readonly ConfiguredProvider provider;
    private readonly MetadataSource metadata;
    private readonly ProviderHttp http;
    private readonly ErrorTranslation errors;
    private readonly ILogger logger;
    private readonly SharedFetch<SigningKeys> shared;

    public SigningKeySource(
        ConfiguredProvider provider,
        MetadataSource metadata,
        ProviderHttp http,
        ErrorTranslation errors,
        TimeProvider time,
        ILogger<SigningKeySource> logger
    )
    {
        this.provider = provider;
        this.metadata = metadata;
        this.http = http;
        this.errors = errors;
        this.logger = logger;
        shared = new SharedFetch<SigningKeys>(FetchAsync, time);
    }

    /// <summary>The keys, or why there are none. The one that is named may still not be among them.</summary>
    /// <param name="keyId">The <c>kid</c> of a token; null when it names none.</param>
    /// <param name="cancellationToken">Ends the waiting, not the fetch.</param>
    public async Task<ProviderResult<SigningKeys>> FindAsync(string? keyId, CancellationToken cancellationToken)
    {
        var found = await shared.FindAsync(cancellationToken);
        return found.Succeeded(out var keys, out _) && !keys.Has(keyId)
            ? await shared.RenewAsync(cancellationToken)
            : found;
    }

    private async Task<Fetched<SigningKeys>> FetchAsync(SigningKeys? last)
    {
        var fetched = await LookAsync();
        if (fetched.Result.Failure is { } failure)
        {
            logger.KeysUnavailable(provider.Name, failure.Code, failure.Detail, last is not null);
        }

        return fetched;
    }

    private async Task<Fetched<SigningKeys>> LookAsync()
    {
        if (!(await metadata.FindAsync(CancellationToken.None)).Succeeded(out var found, out var failure))
        {
            return new(failure, Lifetime: null);
        }

        if (found.JwksUri is not { } address)
        {
            return new(Keyless(), Lifetime: null);
        }

        var answer = await http.GetAsync(address, ImmutableDictionary<string, string>.Empty, CancellationToken.None);
        if (!answer.IsSuccess || DocumentMembers.TryParse(answer.Body) is not { } document)
        {
            return new(errors.Of(answer, Purpose), Lifetime: null);
        }

        document.Dispose();
        var keys = Read(Encoding.UTF8.GetString(answer.Body.Span));
        return new(keys.Count == 0 ? Keyless() : new SigningKeys(keys), answer.MaximumAge);
    }

    private ProviderFailure Keyless() =>
        ProviderFailure.Misconfigured(
            $"{provider.Title} publishes no key that what it signs could be verified with.",
            "Give the provider an asymmetric signing key (RS256 or ES256): a secret shared with it is not taken as one."
        );

    private static List<SecurityKey> Read(string jwks)
    {
        try
        {
            return [.. new JsonWebKeySet(jwks).Keys.Where(key => key.Use != "enc" && IsAsymmetric(key))];
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            return [];
        }
    }

    private static bool IsAsymmetric(JsonWebKey key) =>
        key.Kty is JsonWebAlgorithmsKeyTypes.RSA && key.N is not null && key.E is not null
        || key.Kty is JsonWebAlgorithmsKeyTypes.EllipticCurve
            && key.X is not null
            && key.Y is not null
            && key.Crv is not null;
}
