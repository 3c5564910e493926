using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.OAuth.Tests.Properties;

/// <summary>A secret is shown by Reveal and by nothing else: not in print, not in JSON, not as a member of a record.</summary>
public sealed class SecretProperties
{
    private static readonly Arbitrary<string> Secrets = Gen.Elements(
            "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789-_".ToCharArray()
        )
        .ArrayOf(43)
        .Select(characters => new string(characters))
        .ToArbitrary();

    [Property]
    public Property Each_secret_prints_as_stars_and_serialises_without_itself() =>
        Prop.ForAll(
            Secrets,
            secret =>
            {
                object[] holders =
                [
                    AuthorizationCode.From(secret),
                    RefreshToken.From(secret),
                    ClientSecret.From(secret),
                    CodeVerifier.Parse(secret).Value,
                ];

                foreach (var holder in holders)
                {
                    Assert.Equal("***", holder.ToString());
                    Hidden(secret, JsonSerializer.Serialize(holder, holder.GetType()));
                }
            }
        );

    [Property]
    public Property Messages_with_secrets_in_them_do_not_print_them() =>
        Prop.ForAll(
            Secrets,
            secret =>
            {
                var client = Sample.DynamicClient("http://127.0.0.1/");
                object[] messages =
                [
                    new ClientCredentials(client.Id, ClientSecret.From(secret)),
                    new CodeGrantRequest(AuthorizationCode.From(secret), CodeVerifier.Parse(secret).Value, null),
                    new RefreshGrantRequest(RefreshToken.From(secret), ScopeSet.Empty),
                    new DynamicClient(client, ClientSecret.From(secret)),
                    new TokenResponse
                    {
                        AccessToken = secret,
                        RefreshToken = secret,
                        ExpiresIn = 1,
                        Scope = "a",
                    },
                    new ClientRegistrationResponse
                    {
                        ClientId = "a",
                        ClientSecret = secret,
                        RedirectUris = [],
                        GrantTypes = [],
                        ResponseTypes = [],
                        TokenEndpointAuthMethod = "client_secret_post",
                        ApplicationType = "web",
                    },
                    (Result<RefreshToken>)RefreshToken.From(secret),
                    (Result<AuthorizationCode>)AuthorizationCode.From(secret),
                ];

                foreach (var message in messages)
                {
                    Hidden(secret, $"{message}");
                }
            }
        );

    [Property]
    public Property A_stored_hash_is_the_same_for_the_same_secret_and_not_the_secret() =>
        Prop.ForAll(
            Secrets,
            Secrets,
            (secret, other) =>
            {
                var hash = RefreshToken.From(secret).Hash;

                Assert.Equal(hash, RefreshToken.From(secret).Hash);
                Assert.Equal(hash, TokenHash.FromStore(hash.Value));
                Assert.Equal(secret == other, hash == RefreshToken.From(other).Hash);
                Assert.NotEqual(secret, hash.Value);
                Assert.True(ClientSecret.From(secret).Matches(hash));
                Assert.Equal(secret == other, ClientSecret.From(other).Matches(hash));
            }
        );

    [Fact]
    public void Fresh_secrets_have_256_bits_and_are_never_the_same_twice()
    {
        string[] fresh =
        [
            .. Enumerable
                .Range(0, 100)
                .SelectMany(_ => new[] { RefreshToken.New().Reveal(), AuthorizationCode.New().Reveal() }),
        ];

        Assert.All(fresh, text => Assert.Equal(43, text.Length));
        Assert.Equal(fresh.Length, fresh.Distinct(StringComparer.Ordinal).Count());
    }

    private static void Hidden(string secret, string text) =>
        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
}
