using Gatehouse.IdentityProviders.Doctor.Checks;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Transport;

namespace Gatehouse.IdentityProviders.Doctor;

/// <summary>Looks at an identity provider from outside and says whether and how it can be used. It only reads, and sends no secret.</summary>
public sealed class IdentityProviderDoctor : IDisposable
{
    // In the order an operator wants to read it.
    private static readonly IProviderCheck[] Checks =
    [
        new PresetCheck(),
        new MetadataCheck(),
        new AccountCheck(),
        new IssuerCheck(),
        new EndpointCheck(),
        new SigningCheck(),
        new KeysCheck(),
        new PkceCheck(),
        new ClientAuthenticationCheck(),
        new RefreshCheck(),
        new RegistrationCheck(),
        new AdmissionCheck(),
    ];

    private readonly ProviderHttp http;

    /// <summary>Makes one with the clock that time-outs go by.</summary>
    public IdentityProviderDoctor(TimeProvider time)
    {
        http = new ProviderHttp(time);
    }

    /// <summary>What is wrong with a request before anybody is asked; empty when nothing is.</summary>
    public static IReadOnlyList<string> Problems(DoctorRequest request) =>
        request.Preset is { } preset && KnownProviders.Find(preset) is null
            ? [$"There is no provider '{preset}'. Known ones: {Slugs()}."]
            : [.. IssuerOptionsRules.Problems(request.Issuer, FactsOf(request))];

    /// <summary>Looks. The request must have no <see cref="Problems"/>.</summary>
    public async Task<DoctorReport> ExamineAsync(DoctorRequest request, CancellationToken cancellationToken)
    {
        var facts = FactsOf(request);
        var evidence = await new EvidenceReader(http).ReadAsync(request, facts, cancellationToken);
        var findings = Checks.SelectMany(check => check.Look(evidence)).ToList();
        var isUsable = findings.TrueForAll(finding => finding.Level != FindingLevel.Problem);
        return new DoctorReport
        {
            Issuer = request.Issuer,
            Preset = facts.Slug,
            Name = facts.Name,
            Findings = findings,
            Modes = Modes.Of(evidence, isUsable),
            RedirectUri =
                facts.Protocol == ProviderProtocol.NextcloudLoginFlow
                    ? null
                    : $"{(request.PublicUrl ?? DoctorRequest.ExampleUrl).TrimEnd('/')}/callback/{facts.Slug}",
            RedirectUriIsExample = facts.Protocol != ProviderProtocol.NextcloudLoginFlow && request.PublicUrl is null,
            Configuration = ConfigurationBlock.Of(evidence),
            Page = facts.Page,
        };
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => http.Dispose();

    private static IdentityProviderFacts FactsOf(DoctorRequest request) =>
        (request.Preset is { } preset ? KnownProviders.Find(preset) : KnownProviders.Recognise(request.Issuer))
        ?? KnownProviders.Find("oidc")!;

    private static string Slugs() =>
        string.Join(", ", KnownProviders.All.Select(provider => provider.Slug).Order(StringComparer.Ordinal));
}
