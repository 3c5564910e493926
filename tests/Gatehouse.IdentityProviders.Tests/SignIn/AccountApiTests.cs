using System.Text;
using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Identity;
using Gatehouse.IdentityProviders.SignIn;
using Gatehouse.IdentityProviders.Tests.Sites;
using Gatehouse.IdentityProviders.Tokens;

namespace Gatehouse.IdentityProviders.Tests.SignIn;

public sealed class AccountApiTests
{
    [Theory]
    [InlineData("""{"sub":"alice","name":"Al\ud83d"}""", "alice")]
    [InlineData("""{"sub":"\ud83d","name":"Alice"}""", null)]
    [InlineData("""[{"sub":"alice"}]""", null)]
    public async Task A_text_that_is_no_Unicode_is_none(string body, string? subject)
    {
        await using var site = await ProviderSite.StartAsync();
        using var test = new TestProvider(site);
        site.Answer("/userinfo", body);

        Assert.True((await AskAsync(site, test)).Succeeded(out var answer, out _));

        Assert.Equal(subject, Claims.Of(answer.Root).Text("sub"));
        Assert.DoesNotContain(Claims.Of(answer.Root).Text("name") ?? "", char.IsSurrogate);
    }

    [Fact]
    public async Task An_answer_in_another_alphabet_than_UTF_8_is_no_answer()
    {
        await using var site = await ProviderSite.StartAsync();
        using var test = new TestProvider(site);
        site.Answer(
            "/userinfo",
            context => context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("""{"sub":"andré"}""")).AsTask()
        );

        Assert.False((await AskAsync(site, test)).Succeeded(out _, out _));
    }

    private static Task<ProviderResult<AccountAnswer>> AskAsync(ProviderSite site, TestProvider test) =>
        new AccountApi(test.Provider).AskAsync(
            site.Address + "/userinfo",
            ProviderSecret.From("at"),
            "the account",
            TestContext.Current.CancellationToken
        );
}
