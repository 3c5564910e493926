using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Discovery;

/// <summary>Where an issuer publishes its metadata.</summary>
internal static class MetadataAddress
{
    private const string OpenId = "/.well-known/openid-configuration";
    private const string OAuth = "/.well-known/oauth-authorization-server";

    /// <summary>The address of one form. A slash at the end of the issuer is left out before anything is put there, as both specifications say.</summary>
    public static string Of(MetadataForm form, string issuer)
    {
        var bare = issuer.TrimEnd('/');
        return form switch
        {
            MetadataForm.OpenIdAppended => bare + OpenId,
            MetadataForm.OAuthAppended => bare + OAuth,
            MetadataForm.NextcloudApp => bare + "/index.php/apps/oidc/openid-configuration",
            _ => Inserted(bare),
        };
    }

    private static string Inserted(string issuer)
    {
        var host = issuer.IndexOf("//", StringComparison.Ordinal) + 2;
        var path = issuer.IndexOf('/', host);
        return path < 0 ? issuer + OAuth : issuer[..path] + OAuth + issuer[path..];
    }
}
