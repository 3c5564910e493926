using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.IdentityProviders.Tests.Errors;

public sealed class ErrorTranslationTests
{
    [Theory]
    [InlineData("invalid_grant", ProviderRemedy.SignInAgain, ProviderCodes.SignInAgain)]
    [InlineData("login_required", ProviderRemedy.SignInAgain, ProviderCodes.SignInAgain)]
    [InlineData("invalid_code", ProviderRemedy.SignInAgain, ProviderCodes.SignInAgain)]
    [InlineData("invalid_client", ProviderRemedy.AskOperator, ProviderCodes.Refused)]
    [InlineData("unauthorized_client", ProviderRemedy.AskOperator, ProviderCodes.Refused)]
    [InlineData("invalid_scope", ProviderRemedy.AskOperator, ProviderCodes.Refused)]
    [InlineData("invalid_request", ProviderRemedy.AskOperator, ProviderCodes.Refused)]
    [InlineData("never_heard_of", ProviderRemedy.AskOperator, ProviderCodes.Refused)]
    [InlineData("access_denied", ProviderRemedy.Denied, ProviderCodes.Denied)]
    [InlineData("temporarily_unavailable", ProviderRemedy.TryLater, ProviderCodes.Unreachable)]
    [InlineData("server_error", ProviderRemedy.TryLater, ProviderCodes.Unreachable)]
    public void The_words_of_the_RFCs_mean_the_same_everywhere(string error, ProviderRemedy remedy, string code)
    {
        var failure = Of("oidc", new ErrorAnswer(error, ""));

        Assert.Equal(remedy, failure.Remedy);
        Assert.Equal(code, failure.Code);
        Assert.Equal(error, failure.ProviderCode);
    }

    [Theory]
    [InlineData(
        "interaction_required",
        "AADSTS50076: Due to a configuration change …",
        ProviderRemedy.SignInAgain,
        "AADSTS50076"
    )]
    [InlineData(
        "invalid_grant",
        "AADSTS65001: The user or administrator has not consented …",
        ProviderRemedy.SignInAgain,
        "AADSTS65001"
    )]
    [InlineData(
        "invalid_grant",
        "AADSTS700082: The refresh token has expired …",
        ProviderRemedy.SignInAgain,
        "AADSTS700082"
    )]
    [InlineData(
        "invalid_client",
        "AADSTS7000215: Invalid client secret provided.",
        ProviderRemedy.AskOperator,
        "AADSTS7000215"
    )]
    [InlineData(
        "invalid_target",
        "AADSTS9010010: The resource parameter …",
        ProviderRemedy.AskOperator,
        "AADSTS9010010"
    )]
    public void Entra_is_understood_by_its_numbers(
        string error,
        string description,
        ProviderRemedy remedy,
        string providerCode
    )
    {
        var failure = Of("entra", new ErrorAnswer(error, description));

        Assert.Equal(remedy, failure.Remedy);
        Assert.Equal(providerCode, failure.ProviderCode);
    }

    [Fact]
    public void The_number_is_enough_without_the_description()
    {
        var failure = Of("entra", new ErrorAnswer("invalid_grant", "") { Numbers = ["7000215"] });

        Assert.Equal("AADSTS7000215", failure.ProviderCode);
        Assert.Equal(ProviderRemedy.AskOperator, failure.Remedy);
    }

    [Theory]
    [InlineData("AADSTS500760: something else")]
    [InlineData("XAADSTS50076: something else")]
    public void A_longer_number_is_another_one(string description) =>
        Assert.NotEqual("AADSTS50076", Of("entra", new ErrorAnswer("invalid_grant", description)).ProviderCode);

    [Fact]
    public void A_dead_refresh_token_of_Nextcloud_is_an_invalid_request() =>
        Assert.Equal(ProviderRemedy.SignInAgain, Of("nextcloud-oauth2", new ErrorAnswer("invalid_request", "")).Remedy);

    [Fact]
    public void GitHub_is_understood()
    {
        Assert.Equal(
            ProviderRemedy.SignInAgain,
            Of("github", new ErrorAnswer("bad_verification_code", ""), status: 200).Remedy
        );
        Assert.Equal(
            ProviderRemedy.AskOperator,
            Of("github", new ErrorAnswer("incorrect_client_credentials", ""), status: 200).Remedy
        );
    }

    [Fact]
    public void A_description_that_speaks_of_another_error_is_not_that_error() =>
        Assert.Equal(
            "invalid_client",
            Of("cognito", new ErrorAnswer("invalid_client", "not invalid_grant, not invalid_scope")).ProviderCode
        );

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public void A_server_in_trouble_passes_whatever_it_says(int status)
    {
        Assert.Equal(ProviderRemedy.TryLater, Of("oidc", new ErrorAnswer("invalid_request", ""), status).Remedy);
        Assert.Equal(
            ProviderRemedy.TryLater,
            Translation("oidc").Of(new ProviderAnswer { Status = status }, "its metadata").Remedy
        );
    }

    [Fact]
    public void Too_many_requests_says_how_long_to_wait()
    {
        var failure = Translation("oidc")
            .Of(new ProviderAnswer { Status = 429, RetryAfter = TimeSpan.FromSeconds(17) }, "a new token");

        Assert.Equal(ProviderRemedy.TryLater, failure.Remedy);
        Assert.Equal(ProviderCodes.Throttled, failure.Code);
        Assert.Equal(TimeSpan.FromSeconds(17), failure.RetryAfter);
        Assert.Equal("Try again in 17 seconds.", failure.Fix);
    }

    [Theory]
    [InlineData(ProviderTroubleKind.Unreachable, ProviderRemedy.TryLater)]
    [InlineData(ProviderTroubleKind.TimedOut, ProviderRemedy.TryLater)]
    [InlineData(ProviderTroubleKind.CutOff, ProviderRemedy.TryLater)]
    [InlineData(ProviderTroubleKind.Untrusted, ProviderRemedy.AskOperator)]
    [InlineData(ProviderTroubleKind.Redirected, ProviderRemedy.AskOperator)]
    [InlineData(ProviderTroubleKind.TooLarge, ProviderRemedy.AskOperator)]
    internal void What_went_wrong_on_the_way_says_who_can_help(ProviderTroubleKind kind, ProviderRemedy remedy) =>
        Assert.Equal(remedy, Translation("oidc").Of(new ProviderTrouble(kind, "did not answer"), "its keys").Remedy);

    [Fact]
    public void Nothing_the_browser_brought_is_shown()
    {
        var failure = Translation("oidc").OfCallback("access_denied", "<script>call 0800-FRAUD</script>");
        var page = ProviderProblems.Of(failure, "Contoso");

        Assert.Equal(ProviderRemedy.Denied, failure.Remedy);
        Assert.DoesNotContain("FRAUD", page.ToString(), StringComparison.Ordinal);
        Assert.Contains("FRAUD", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_goes_to_the_log_is_one_bounded_line()
    {
        var said = $"first\r\nsecond\u2028third\u202E{new string('x', 5000)}";
        var detail = Of("oidc", new ErrorAnswer("invalid_grant", said)).Detail;

        Assert.StartsWith("invalid_grant: first  second third xxx", detail, StringComparison.Ordinal);
        Assert.InRange(detail.Length, 500, 700);
        Assert.DoesNotContain(detail, char.IsControl);
    }

    [Fact]
    public void What_only_the_operator_can_mend_says_so_and_what_to_change()
    {
        var page = ProviderProblems.Of(Of("oidc", new ErrorAnswer("invalid_client", "")), "Contoso");

        Assert.Equal("provider-refused", page.Code);
        Assert.Contains("Tell the operator", page.Fix, StringComparison.Ordinal);
        Assert.Contains("ClientSecret", page.Fix, StringComparison.Ordinal);
    }

    private static ProviderFailure Of(string preset, ErrorAnswer error, int status = 400) =>
        Translation(preset).Of(error, new ProviderAnswer { Status = status }, "a token");

    private static ErrorTranslation Translation(string preset)
    {
        var options = new IdentityProviderOptions
        {
            Preset = preset,
            Issuer = "https://idp.example.com",
            ClientId = "client",
            ClientSecret = "very-secret",
        };
        return new ErrorTranslation(ConfiguredProvider.Create(options, PresetChoice.Of(options)!));
    }
}
