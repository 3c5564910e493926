using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gatehouse.OAuth.Authorization;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.OAuth.Tests.Properties;

/// <summary>RFC 6749 §5.2: a description is of %x20-21 / %x23-5B / %x5D-7E whatever the input; and no input makes anything throw.</summary>
public sealed class ErrorDescriptionProperties
{
    private static readonly Arbitrary<string> Texts = Generated.AnyText.ToArbitrary();

    [Property(MaxTest = 500)]
    public Property An_error_cleans_its_description() =>
        Prop.ForAll(
            Texts,
            text =>
            {
                Printable(new OAuthError("x", text));
                Printable(new OAuthError("x", "") with { Description = text });
                Assert.Equal(text.Length, new OAuthError("x", text).Description.Length);
            }
        );

    [Property]
    public Property A_clean_description_is_kept() =>
        Prop.ForAll(
            Texts,
            text =>
            {
                var clean = new OAuthError("x", text).Description;
                return new OAuthError("x", clean).Description == clean;
            }
        );

    [Property(MaxTest = 1000)]
    public Property Every_parser_takes_any_text_and_gives_back_what_it_accepted() =>
        Prop.ForAll(
            Gen.OneOf(Generated.AnyText, Generated.RedirectText).ToArbitrary(),
            text =>
            {
                Accepted(RedirectUri.Parse(text), text, redirect => redirect.Value);
                Accepted(ClientId.Parse(text), text, id => id.Value);
                Accepted(CodeVerifier.Parse(text), text, verifier => verifier.Reveal());
                Accepted(CodeChallenge.Parse(text, "S256"), text, challenge => challenge.Value);
                if (Issuer.Parse(text).Succeeded(out var issuer, out var error))
                {
                    Assert.Equal(issuer, Issuer.Parse(issuer.Value).Value);
                }
                else
                {
                    Printable(error);
                }
            }
        );

    [Property(MaxTest = 500)]
    public Property Any_value_of_any_parameter_of_an_authorization_request() =>
        Prop.ForAll(
            Gen.Elements(
                    "response_type",
                    "response_mode",
                    "scope",
                    "state",
                    "resource",
                    "prompt",
                    "request",
                    "code_challenge",
                    "code_challenge_method"
                )
                .ToArbitrary(),
            Texts,
            (name, text) =>
            {
                var client = Sample.DynamicClient("http://127.0.0.1/");
                var parameters = Sample.Parameters(
                    new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        ["response_type"] = "code",
                        ["code_challenge"] = Sample.Challenge,
                        ["code_challenge_method"] = "S256",
                        [name] = text,
                    }.Select(parameter => (parameter.Key, parameter.Value))
                );

                Printable(Sample.Authorization.Read(parameters, client, Sample.Redirect("http://127.0.0.1/")).Error);
                Printable(
                    Sample.Authorization.ReadRedirectUri(Sample.Parameters(("redirect_uri", text)), client).Error
                );
                Printable(AuthorizationRules.ReadClientId(Sample.Parameters((text, "a"), (text, "b"))).Error);
            }
        );

    [Property(MaxTest = 500)]
    public Property Any_redirect_text_in_a_request_or_a_registration() =>
        Prop.ForAll(
            Generated.RedirectText.ToArbitrary(),
            text =>
            {
                Printable(
                    Sample
                        .Authorization.ReadRedirectUri(
                            Sample.Parameters(("redirect_uri", text)),
                            Sample.DynamicClient("http://127.0.0.1/")
                        )
                        .Error
                );
                Printable(Sample.Register($$"""{"redirect_uris":[{{JsonSerializer.Serialize(text)}}]}""").Error);
            }
        );

    [Property(MaxTest = 500)]
    public Property Any_name_any_member_and_any_bytes_of_a_registration() =>
        Prop.ForAll(
            Texts,
            text =>
            {
                var json = JsonSerializer.Serialize(text);
                Printable(Sample.Register($$"""{"client_name":{{json}}}""").Error);
                Printable(Sample.Register($$"""{"token_endpoint_auth_method":{{json}}}""").Error);
                Printable(Sample.Register($$"""{{{json}}:{"redirect_uris":[1,}""").Error);
                Printable(Sample.Register($$"""{{{json}}:1,{{json}}:2,"redirect_uris":{{json}}}""").Error);
                Printable(Sample.Register(text).Error);
            }
        );

    [Property(MaxTest = 500)]
    public Property Any_header_and_any_form_of_a_token_request() =>
        Prop.ForAll(
            Texts,
            text =>
            {
                var form = Sample.Parameters(
                    ("client_id", text),
                    ("client_secret", text),
                    ("code", text),
                    ("code_verifier", text),
                    ("refresh_token", text)
                );
                Printable(ClientCredentials.Read(text, form).Error);
                Printable(ClientCredentials.Read("Basic " + text, form).Error);
                Printable(
                    ClientCredentials.Read("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), form).Error
                );
                Printable(CodeGrantRequest.Read(form).Error);
                Printable(RefreshGrantRequest.Read(form).Error);
            }
        );

    [Property(MaxTest = 500)]
    public Property A_basic_header_gives_back_any_secret_that_was_urlencoded() =>
        Prop.ForAll(
            Generated.Text.Where(text => text.Length > 0).ToArbitrary(),
            secret =>
            {
                var pair = $"client:{Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal)}";
                var header = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));

                return ClientCredentials.Read(header, Sample.Parameters()).Value.Secret?.Reveal() == secret;
            }
        );

    private static void Accepted<T>(Result<T> result, string text, Func<T, string> back)
        where T : notnull
    {
        Printable(result.Error);
        if (result.Error is null)
        {
            Assert.Equal(text, back(result.Value));
        }
    }

    private static void Printable(OAuthError? error) =>
        Assert.DoesNotContain(
            error?.Description ?? "",
            c => c is not ((>= ' ' and <= '!') or (>= '#' and <= '[') or (>= ']' and <= '~'))
        );
}
