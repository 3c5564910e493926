namespace Gatehouse.IdentityProviders.Tokens;

/// <summary>How this server proves at a provider that it is the client.</summary>
internal abstract record ClientCredential
{
    private ClientCredential() { }

    /// <summary>Not at all: a public client, which PKCE alone protects.</summary>
    public sealed record None : ClientCredential;

    /// <summary>RFC 6749 §2.3.1.</summary>
    public sealed record Secret(ProviderSecret Value) : ClientCredential;

    /// <summary>OpenID Connect Core §9, <c>private_key_jwt</c>.</summary>
    public sealed record Key(ClientKey Value) : ClientCredential;

    /// <summary>Reads what the options name.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    /// <exception cref="FormatException">A file does not hold what it should; the message says what it lacks, and nothing of what it holds.</exception>
    public static ClientCredential Read(IdentityProviderOptions options)
    {
        if (!string.IsNullOrEmpty(options.ClientCertificateFile))
        {
            return new Key(ClientKey.ReadCertificate(options.ClientCertificateFile));
        }

        if (!string.IsNullOrEmpty(options.ClientKeyFile))
        {
            return new Key(ClientKey.ReadKey(options.ClientKeyFile, options.ClientKeyId));
        }

        var secret = string.IsNullOrEmpty(options.ClientSecretFile)
            ? options.ClientSecret
            : File.ReadAllText(options.ClientSecretFile).Trim();
        if (secret is { Length: 0 } && options.ClientSecretFile is not null)
        {
            throw new FormatException("it is empty");
        }

        return string.IsNullOrEmpty(secret) ? new None() : new Secret(ProviderSecret.From(secret));
    }
}
