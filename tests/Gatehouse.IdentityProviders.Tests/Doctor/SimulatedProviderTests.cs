using System.Text;
using Gatehouse.IdentityProviders.Doctor;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.Testing.Providers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.IdentityProviders.Tests.Doctor;

/// <summary>The doctor against every provider that is simulated, as most people meet it.</summary>
public sealed class SimulatedProviderTests
{
    public static TheoryData<string> Slugs => [.. SimulatedProviders.All.Select(provider => provider.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task It_can_be_used_and_nothing_was_asked_but_what_is_public(string slug)
    {
        await using var engine = await ProviderEngine.StartAsync(SimulatedProviders.Of(slug));

        var report = await ExamineAsync(engine, slug);

        Assert.True(report.IsUsable, DoctorText.Of(report));
        Assert.True(report.Modes[0].Fits);
        Assert.Equal(KnownProviders.Find(slug)!.AccessTokens.Unprovable is null, report.Modes[1].Fits);
        Assert.Equal($"https://mcp.example.com/callback/{slug}", report.RedirectUri);
        Assert.Empty(ProblemsOf(report.Configuration));
        Assert.All(engine.Requests, request => Assert.Equal("GET", request.Method));
        Assert.DoesNotContain(engine.RequestsTo(ProviderEndpoint.Authorize), _ => true);
    }

    [Fact]
    public async Task authentik_without_a_signing_key_cannot_be_used_and_is_told_why()
    {
        await using var engine = await ProviderEngine.StartAsync(SimulatedProviders.Of("authentik:without-key"));

        var report = await ExamineAsync(engine, "authentik");

        Assert.False(report.IsUsable);
        Assert.Contains(
            report.Findings,
            finding => finding is { Check: "signing", Level: FindingLevel.Problem, Fix: not null }
        );
    }

    [Fact]
    public async Task Entra_with_common_names_no_tenant_and_needs_a_rule()
    {
        await using var engine = await ProviderEngine.StartAsync(SimulatedProviders.Of("entra"));

        using var doctor = new IdentityProviderDoctor(TimeProvider.System);
        var report = await doctor.ExamineAsync(
            new DoctorRequest(engine.IssuerOf("common")) { Preset = "entra" },
            TestContext.Current.CancellationToken
        );

        Assert.True(report.IsUsable, DoctorText.Of(report));
        Assert.Contains("\"allow\"", report.Configuration, StringComparison.Ordinal);
        Assert.Empty(ProblemsOf(report.Configuration));
    }

    // What is printed is taken by the server; only the secret is the reader's.
    private static IEnumerable<string> ProblemsOf(string configuration)
    {
        using var block = new MemoryStream(Encoding.UTF8.GetBytes(configuration));
        var section = new ConfigurationBuilder().AddJsonStream(block).Build().GetSection("identityProviders:0");
        var options = section.Get<IdentityProviderOptions>(binder => binder.ErrorOnUnknownConfiguration = true)!;
        return new IdentityProviderOptionsRules(options)
            .Problems()
            .Concat(AccountClaimRules.LinkProblems(options))
            .Where(problem => !problem.StartsWith(nameof(options.ClientSecretFile), StringComparison.Ordinal));
    }

    private static async Task<DoctorReport> ExamineAsync(ProviderEngine engine, string preset)
    {
        using var doctor = new IdentityProviderDoctor(TimeProvider.System);
        return await doctor.ExamineAsync(
            new DoctorRequest(engine.Issuer) { Preset = preset },
            TestContext.Current.CancellationToken
        );
    }
}
