using System.Text.RegularExpressions;
using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>The rules of one provider. Each problem begins with its key and never says what a secret is.</summary>
internal sealed partial class IdentityProviderOptionsRules
{
    private const int LongestTitle = 60;

    private readonly IdentityProviderOptions options;
    private readonly IdentityProviderFacts? facts;
    private readonly string? issuer;

    public IdentityProviderOptionsRules(IdentityProviderOptions options)
    {
        this.options = options;
        facts = PresetChoice.Of(options);
        issuer = facts is null ? options.Issuer : ConfiguredProvider.IssuerOf(options, facts);
    }

    public IEnumerable<string> Problems() =>
        NameProblems()
            .Concat(PresetProblems())
            .Concat(IssuerOptionsRules.Problems(issuer, facts))
            .Concat(CredentialRules.Problems(options))
            .Concat(ParameterProblems())
            .Concat(facts is null ? [] : FactsProblems(facts))
            .Concat(AccountClaimRules.Problems(options))
            .Concat(UpstreamProblems());

    private IEnumerable<string> NameProblems()
    {
        if (options.Name is { } name && !Slug().IsMatch(name))
        {
            yield return $"Name: '{name}' must be lower-case letters and digits, with hyphens between them, such as contoso; it is part of an address.";
        }

        if (options.Title is { } title && (title.Length is 0 or > LongestTitle || title.Any(char.IsControl)))
        {
            yield return $"Title must be one line of at most {LongestTitle} characters.";
        }

        foreach (var domain in options.EmailDomains.Where(domain => !IsDomain(domain)))
        {
            yield return $"EmailDomains: '{domain}' is not a domain such as example.com.";
        }
    }

    private IEnumerable<string> PresetProblems()
    {
        if (facts is null)
        {
            var known = KnownProviders
                .All.Where(provider => provider.Protocol != ProviderProtocol.NextcloudLoginFlow)
                .Select(provider => provider.Slug)
                .Order(StringComparer.Ordinal);
            yield return $"Preset: there is no provider '{options.Preset}'. Known ones: {string.Join(", ", known)}.";
        }
        else if (facts.Protocol == ProviderProtocol.NextcloudLoginFlow)
        {
            yield return $"Preset: '{options.Preset}' needs no entry here; people sign in at the Nextcloud of the key Cloud.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            yield return "ClientId is missing: what the provider calls this server, from the application registered there.";
        }
    }

    private IEnumerable<string> ParameterProblems()
    {
        foreach (var name in options.Parameters.Keys.Where(OwnParameters.Contains))
        {
            yield return $"Parameters:{name}: this server sets it itself{(name.Equals("scope", StringComparison.OrdinalIgnoreCase) ? "; use Scopes" : "")}.";
        }
    }

    private IEnumerable<string> FactsProblems(IdentityProviderFacts known) =>
        SettingProblems(known)
            .Concat(ScopeRules.Problems(options, known))
            .Concat(issuer is null ? [] : AllowOptionsRules.Problems(options.Allow, known, issuer));

    private IEnumerable<string> SettingProblems(IdentityProviderFacts known)
    {
        foreach (var setting in known.Settings.Where(setting => setting.IsRequired))
        {
            if (!options.Settings.TryGetValue(setting.Name, out var value) || string.IsNullOrWhiteSpace(value))
            {
                yield return $"Settings:{setting.Name} is missing: {setting.Meaning}";
            }
        }

        foreach (var name in options.Settings.Keys)
        {
            if (!known.Settings.Any(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                var names = string.Join(", ", known.Settings.Select(setting => setting.Name));
                yield return known.Settings.Count == 0
                    ? $"Settings:{name}: {known.Name} has no settings of its own."
                    : $"Settings:{name}: {known.Name} has no such setting. Known ones: {names}.";
            }
        }
    }

    private IEnumerable<string> UpstreamProblems()
    {
        var kind = ConfiguredProvider.UpstreamOf(options.Upstream);
        if (kind is null)
        {
            yield return $"Upstream: '{options.Upstream}' must be none, token, exchange or on-behalf-of.";
            yield break;
        }

        var isExchange = kind is UpstreamTokenKind.Exchange or UpstreamTokenKind.OnBehalfOf;
        var form = kind == UpstreamTokenKind.OnBehalfOf ? ExchangeForm.OnBehalfOf : ExchangeForm.TokenExchange;
        if (isExchange && facts is not null && facts.Exchange != form)
        {
            yield return facts.Exchange switch
            {
                ExchangeForm.OnBehalfOf => $"Upstream: {facts.Name} does that as on-behalf-of.",
                ExchangeForm.TokenExchange => $"Upstream: {facts.Name} does that as exchange.",
                _ => $"Upstream: {facts.Name} exchanges no tokens; use token or none.",
            };
        }

        if (isExchange && string.IsNullOrWhiteSpace(options.UpstreamAudience))
        {
            yield return $"UpstreamAudience is missing: for which resource the token of '{options.Upstream}' is.";
        }
    }

    internal static bool IsDomain(string text) =>
        Uri.CheckHostName(text) == UriHostNameType.Dns
        && text.Contains('.', StringComparison.Ordinal)
        && text[^1] != '.';

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Slug();
}
