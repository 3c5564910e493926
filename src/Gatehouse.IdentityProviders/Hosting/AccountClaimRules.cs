using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>Which claim says what a linked account must be called.</summary>
internal static class AccountClaimRules
{
    /// <summary>
    /// The claims of the facts that can be relied on at this provider. Where everybody can have an account, nobody gives them names; what the provider proved of
    /// them is left.
    /// </summary>
    public static IReadOnlyList<string> Known(IdentityProviderOptions options, IdentityProviderFacts facts) =>
        ConfiguredProvider.IssuerOf(options, facts) is { } issuer && ConfiguredProvider.AdmitsEverybodyAt(issuer, facts)
            ? [.. facts.Identity.UserName.Where(claim => claim == facts.Identity.Email)]
            : facts.Identity.UserName;

    /// <summary>What is wrong with what is written.</summary>
    public static IEnumerable<string> Problems(IdentityProviderOptions options)
    {
        if (options.AccountClaim == "none")
        {
            yield return "AccountClaim: 'none' is no claim. To let people link any account they can sign in to, set LinkedAccountMustMatch to false.";
        }
        else if (options.AccountClaim is { } claim && (string.IsNullOrWhiteSpace(claim) || claim.Any(char.IsControl)))
        {
            yield return "AccountClaim must name a claim, such as preferred_username; leave it out for the preset's.";
        }
    }

    /// <summary>What is missing where people link accounts that must bear their name.</summary>
    public static IEnumerable<string> LinkProblems(IdentityProviderOptions options)
    {
        if (options.AccountClaim is null && PresetChoice.Of(options) is { } facts && Known(options, facts).Count == 0)
        {
            yield return $"AccountClaim is missing: which claim of {facts.Name} holds the user name of the account a person may link. People may choose their names there, so none is taken for granted; {facts.Page} says which claims there are. To let people link any account they can sign in to, set LinkedAccountMustMatch to false.";
        }
    }
}
