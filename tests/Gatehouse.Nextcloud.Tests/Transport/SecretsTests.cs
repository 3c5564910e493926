using Gatehouse.Nextcloud.LoginFlow;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tests.Transport;

public sealed class SecretsTests
{
    [Fact]
    public void Secrets_do_not_write_themselves_out()
    {
        var account = Accounts.Of(CloudAddress.Parse("https://x.example"), "alice");

        Assert.DoesNotContain(account.AppPassword.Reveal(), account.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(account.AppPassword.Reveal(), account.Login.ToString(), StringComparison.Ordinal);
        Assert.Equal("***", $"{account.AppPassword}");
        Assert.Equal("***", $"{PollToken.Parse("t")}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\r\nb")]
    public void A_secret_that_could_break_a_header_is_none(string text)
    {
        Assert.Throws<FormatException>(() => AppPassword.Parse(text));
        Assert.Throws<FormatException>(() => PollToken.Parse(text));
        Assert.Throws<FormatException>(() => CredentialVersion.Parse(text));
    }

    [Fact]
    public void An_account_that_is_changed_signs_in_as_changed()
    {
        var account = Accounts.Of(CloudAddress.Parse("https://x.example"), "alice") with
        {
            AppPassword = AppPassword.Parse("new"),
        };

        Assert.Equal("new", account.Login.AppPassword.Reveal());
    }
}
