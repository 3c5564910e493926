namespace Gatehouse.IdentityProviders.Doctor.Checks;

/// <summary>How this server may prove who it is.</summary>
internal sealed class ClientAuthenticationCheck : IProviderCheck
{
    private const string Name = "client";

    public IEnumerable<Finding> Look(Evidence evidence)
    {
        // OpenID Connect Discovery 1.0 §3: when it is not said, it is client_secret_basic.
        var methods = evidence.Texts("token_endpoint_auth_methods_supported") ?? ["client_secret_basic"];
        List<string> ways =
        [
            .. methods.Any(method => method is "client_secret_basic" or "client_secret_post")
                ? ["a secret (clientSecretFile)"]
                : (string[])[],
            .. methods.Contains("private_key_jwt") ? ["a key (clientKeyFile, clientCertificateFile)"] : (string[])[],
            .. methods.Contains("none") ? ["nothing, as a public client"] : (string[])[],
        ];
        if (evidence.Metadata is not null)
        {
            yield return ways.Count > 0
                ? new Finding(
                    Name,
                    FindingLevel.Good,
                    $"This server may prove who it is with {string.Join(" or ", ways)}."
                )
                : new Finding(
                    Name,
                    FindingLevel.Problem,
                    $"It takes no proof that this server can give, only {string.Join(", ", methods)}."
                )
                {
                    Fix = "Allow client_secret_basic, client_secret_post or private_key_jwt at the provider.",
                };
        }
    }
}
