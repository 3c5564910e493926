using Gatehouse.Testing.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gatehouse.IdentityProviders.Tests.Hosting;

public sealed class OpenDoorWarningTests
{
    [Theory]
    [InlineData("https://idp.example.com", false, true)]
    [InlineData("https://idp.example.com", true, false)]
    [InlineData("https://id.example.com/realms/staff", false, false)]
    public async Task A_provider_nobody_knows_without_a_rule_is_warned_of_at_start(string issuer, bool rule, bool warns)
    {
        var log = new CapturedLog();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(new CapturingLoggerProvider(log));
        builder.Services.AddIdentityProvider(options =>
        {
            options.Issuer = issuer;
            options.ClientId = "client";
            if (rule)
            {
                options.Allow.Groups.Add("staff");
            }
        });
        using var host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            warns,
            log.Text.Contains("Everybody whom https://idp.example.com signs in is let in", StringComparison.Ordinal)
        );
    }
}
