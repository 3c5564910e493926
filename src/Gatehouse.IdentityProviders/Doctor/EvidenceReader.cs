using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Transport;

namespace Gatehouse.IdentityProviders.Doctor;

/// <summary>Asks a provider what it says to everybody. It only reads, and sends no secret.</summary>
internal sealed class EvidenceReader(ProviderHttp http)
{
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = ImmutableDictionary<string, string>.Empty;

    public async Task<Evidence> ReadAsync(
        DoctorRequest request,
        IdentityProviderFacts facts,
        CancellationToken cancellationToken
    )
    {
        List<Look> looks = [];
        foreach (var form in facts.Metadata)
        {
            looks.Add(await LookAsync(MetadataAddress.Of(form, request.Issuer), NoHeaders, cancellationToken));
            if (looks[^1].Document is not null)
            {
                break;
            }
        }

        var evidence = new Evidence
        {
            Request = request,
            Facts = facts,
            Looks = looks,
            Metadata = looks.LastOrDefault()?.Document,
        };
        return evidence with
        {
            Keys = await LookAsync(evidence.Text("jwks_uri"), request.Issuer, cancellationToken),
            Registration = await LookAsync(evidence.Text("registration_endpoint"), request.Issuer, cancellationToken),
            Account = facts.Metadata.Count == 0 ? await AccountAsync(request, facts, cancellationToken) : null,
        };
    }

    private async Task<Look?> AccountAsync(
        DoctorRequest request,
        IdentityProviderFacts facts,
        CancellationToken cancellationToken
    )
    {
        var template = facts.Endpoints?.Account ?? "{issuer}/ocs/v2.php/cloud/user?format=json";

        // What a setting says by default holds for the issuer of everybody, not for one's own.
        var isOfEverybody = KnownProviders.All.Any(provider => provider.DefaultIssuer == request.Issuer);
        var address = Template.Fill(
            template,
            name =>
                name == "issuer" ? request.Issuer.TrimEnd('/')
                : isOfEverybody ? facts.Settings.FirstOrDefault(setting => setting.Name == name)?.Default
                : null
        );
        return address is null ? null : await LookAsync(address, facts.Identity.AccountHeaders, cancellationToken);
    }

    // An address of a document of strangers: asked only when it may be used.
    private async Task<Look?> LookAsync(string? address, string issuer, CancellationToken cancellationToken) =>
        address is null ? null
        : EndpointRule.Accepts(issuer, address) ? await LookAsync(address, NoHeaders, cancellationToken)
        : new Look(address, 0, "was not asked");

    private async Task<Look> LookAsync(
        string address,
        IReadOnlyDictionary<string, string> headers,
        CancellationToken cancellationToken
    )
    {
        var answer = await http.GetAsync(address, headers, cancellationToken);
        if (answer.Trouble is { } trouble)
        {
            return new Look(address, 0, trouble.Reason);
        }

        using var document = answer.Status == StatusCodes.Status200OK ? DocumentMembers.TryParse(answer.Body) : null;
        return new Look(address, answer.Status, Words(answer, document)) { Document = document?.RootElement.Clone() };
    }

    private static string Words(ProviderAnswer answer, JsonDocument? document) =>
        answer.Status != StatusCodes.Status200OK
            ? string.Create(CultureInfo.InvariantCulture, $"answered {answer.Status}")
        : document is not null ? "answered"
        : answer.IsHtml ? "answered with a page for people"
        : "answered with no JSON object";
}
