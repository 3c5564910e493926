using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>Which facts hold for a configured provider.</summary>
internal static class PresetChoice
{
    /// <summary>Plain OpenID Connect, of which nothing more is known.</summary>
    public const string Generic = "oidc";

    /// <summary>Those the operator names, else those whose issuers look like this one, else plain OpenID Connect; null when the name is nobody's.</summary>
    public static IdentityProviderFacts? Of(IdentityProviderOptions options) =>
        !string.IsNullOrEmpty(options.Preset) ? KnownProviders.Find(options.Preset)
        : string.IsNullOrEmpty(options.Issuer) ? KnownProviders.Find(Generic)
        : KnownProviders.Recognise(options.Issuer) ?? KnownProviders.Find(Generic);
}
