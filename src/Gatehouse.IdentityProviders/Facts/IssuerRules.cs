namespace Gatehouse.IdentityProviders.Facts;

/// <summary>Which issuers the metadata and the tokens of a provider may name.</summary>
internal static class IssuerRules
{
    /// <summary>
    /// Whether metadata found at the configured issuer may name this one. The same string; or with a slash more or less, because both have their metadata at the same
    /// address; or one of the facts. From then on the named one is what tokens are held to.
    /// </summary>
    public static bool MayBeNamedByMetadata(IdentityProviderFacts facts, string configured, string named) =>
        WithoutSlash(configured) == WithoutSlash(named)
        || facts.MetadataIssuers.Any(template => Template.Match(Known(template, configured), named) is not null);

    /// <summary>
    /// Whether a token may name this issuer: the one of the metadata, or one of the templates (<see cref="IdentityProviderFacts.TokenIssuers"/>,
    /// <see cref="AccessTokenFacts.Issuers"/>) filled with claims of the token, where those claims are what the metadata's issuer says of them.
    /// </summary>
    public static bool MayBeNamedByToken(
        IdentityProviderFacts facts,
        IEnumerable<string> templates,
        (string Configured, string Metadata) issuers,
        string named,
        Func<string, string?> claim
    )
    {
        // One with a name in braces is no issuer but a template of them.
        if (named.Contains('{', StringComparison.Ordinal))
        {
            return false;
        }

        var bound = Bound(facts, issuers);
        if (named == issuers.Metadata)
        {
            // A token of this tenant that says it is of another contradicts itself, and who people are is read from that claim.
            return bound.All(pair => claim(pair.Key) is not { } value || value == pair.Value);
        }

        return templates.Any(template =>
        {
            var rest = Known(template, issuers.Configured);
            return Template.Fill(rest, claim) == named
                && Template.Names(rest).All(name => !bound.TryGetValue(name, out var value) || value == claim(name));
        });
    }

    private static Dictionary<string, string> Bound(
        IdentityProviderFacts facts,
        (string Configured, string Metadata) issuers
    ) =>
        facts
            .MetadataIssuers.Select(template => Template.Match(Known(template, issuers.Configured), issuers.Metadata))
            .OfType<IReadOnlyDictionary<string, string>>()
            .SelectMany(match => match)
            .Where(pair => !pair.Value.StartsWith('{'))
            .DistinctBy(pair => pair.Key)
            .ToDictionary(pair => pair.Key, pair => pair.Value);

    private static string Known(string template, string configured) =>
        Template.FillKnown(template, name => Of(name, configured));

    private static string? Of(string name, string issuer) =>
        name switch
        {
            "issuer" => issuer,
            "origin" => new Uri(issuer).GetLeftPart(UriPartial.Authority),
            "host" => new Uri(issuer).Authority,
            _ => null,
        };

    private static string WithoutSlash(string issuer) => issuer.EndsWith('/') ? issuer[..^1] : issuer;
}
