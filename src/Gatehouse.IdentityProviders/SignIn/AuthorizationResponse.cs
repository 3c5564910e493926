using System.Security.Cryptography;
using System.Text;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.SignIn;

/// <summary>RFC 6749 §4.1.2, RFC 9207 §2: what the browser brought back, once it is sure that this provider sent it for this sign-in.</summary>
internal abstract record AuthorizationResponse
{
    private AuthorizationResponse() { }

    /// <summary>The person signed in there.</summary>
    public sealed record Granted(string Code) : AuthorizationResponse
    {
        /// <inheritdoc/>
        public override string ToString() => "Granted ***";
    }

    /// <summary>They did not, or something is wrong there.</summary>
    public sealed record Error(string Code, string? Description) : AuthorizationResponse;

    /// <summary>It is no answer to this sign-in.</summary>
    /// <param name="Reason">Why; for the log.</param>
    public sealed record Foreign(string Reason) : AuthorizationResponse;

    /// <summary>Reads one. State and issuer come first: an error of a stranger is not believed either (RFC 9207 §2.4).</summary>
    public static AuthorizationResponse Read(SignInAnswer answer, SignInAttempt attempt, ProviderMetadata metadata)
    {
        string? Parameter(string name) => answer.Parameters.GetValueOrDefault(name);

        if (!IsSame(Parameter("state") ?? "", attempt.State))
        {
            return new Foreign("the state is not that of this sign-in");
        }

        if (ForeignIssuer(Parameter("iss"), metadata) is { } foreign)
        {
            return foreign;
        }

        return (Parameter("error"), Parameter("code")) switch
        {
            ({ Length: > 0 } error, _) => new Error(error, Parameter("error_description")),
            (_, { Length: > 0 } code) => new Granted(code),
            _ => new Foreign("there is neither a code nor an error in it"),
        };
    }

    /// <summary>RFC 9207 §2.4: where the provider names itself, or said it would, it is the one the browser was sent to.</summary>
    private static Foreign? ForeignIssuer(string? issuer, ProviderMetadata metadata) =>
        issuer switch
        {
            null when metadata.SendsIssuer => new Foreign(
                "the provider promises to name itself (iss), and it does not"
            ),
            null => null,
            _ when issuer == metadata.Issuer => null,

            // Entra ID for many tenants: which one is known when the ID token is read.
            _ when metadata.Issuer.Contains('{', StringComparison.Ordinal)
                    && Template.Match(metadata.Issuer, issuer) is not null => null,
            _ => new Foreign("it is of another provider (iss)"),
        };

    private static bool IsSame(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
