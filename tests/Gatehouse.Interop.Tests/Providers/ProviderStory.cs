using Gatehouse.Interop.Tests.Compatibility;
using Gatehouse.Interop.Tests.Lab;
using Gatehouse.Testing.Hosts;
using Gatehouse.Testing.Providers;

namespace Gatehouse.Interop.Tests.Providers;

/// <summary>The story of a client where people sign in at an identity provider, and the judge of each step.</summary>
internal sealed class ProviderStory(ProviderCase one, LabEntry entry, LabClient client)
{
    private static readonly TimeSpan longestStep = TimeSpan.FromMinutes(4);

    private readonly LabSite site = one.Site;
    private readonly string name = $"{entry.Line.Name} {entry.Line.Version}";
    private readonly int before = one.Engine?.Requests.Count ?? 0;
    private readonly int firstLine = one.Site.Log.Lines.Count;

    /// <summary>Walks all steps and records each; throws at the first that failed.</summary>
    public async Task WalkAsync(CancellationToken cancellationToken)
    {
        await StepAsync(Step.SignIn, SignInAsync, cancellationToken);
        await StepAsync(Step.ListTools, ListToolsAsync, cancellationToken);
        await StepAsync(Step.Call, CallAsync, cancellationToken);
        await StepAsync(Step.Refresh, RefreshAsync, cancellationToken);
        await StepAsync(Step.CallAgain, CallAsync, cancellationToken);
        CheckLog();
    }

    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        var signIns = site.Person.SignIns;
        await client.SignInAsync(cancellationToken);
        Assert.Equal(signIns + 1, site.Person.SignIns);
        if (one.Engine is { } engine)
        {
            CheckRequests(engine, [.. engine.Requests.Skip(before)]);
        }
    }

    // What no provider may be sent, and what every one must be.
    private static void CheckRequests(ProviderEngine engine, IReadOnlyList<ProviderRequest> sent)
    {
        var asked = Assert.Single(sent, request => request.Endpoint == ProviderEndpoint.Authorize);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.NotNull(asked["state"]);
        Assert.Equal(engine.Settings.GetValueOrDefault("rpIdentifier"), asked["resource"]);
        Assert.DoesNotContain("notes", asked["scope"] ?? "", StringComparison.Ordinal);
        var redeemed = Assert.Single(sent, request => request.Endpoint == ProviderEndpoint.Token);
        Assert.Equal("authorization_code", redeemed["grant_type"]);
        Assert.NotNull(redeemed["code_verifier"]);
        Assert.Null(redeemed["resource"]);
    }

    private async Task ListToolsAsync(CancellationToken cancellationToken) =>
        Assert.Contains("create_note", await client.ListToolsAsync(cancellationToken), StringComparison.Ordinal);

    private async Task CallAsync(CancellationToken cancellationToken)
    {
        var (mark, signIns) = (site.Traffic.Mark, site.Person.SignIns);
        Assert.Contains("alice", await client.CallAsync(cancellationToken), StringComparison.Ordinal);
        Assert.Contains(site.Traffic.Since(mark), sent => sent is { What: "tools/call access", Status: 200 });
        Assert.Equal(signIns, site.Person.SignIns);
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var (mark, asked) = (site.Traffic.Mark, one.Engine?.Requests.Count);
        await client.RunOutAsync(cancellationToken);
        await CallAsync(cancellationToken);
        Assert.Contains(site.Traffic.Since(mark), sent => sent.IsRefresh);
        Assert.Equal(asked, one.Engine?.Requests.Count);
    }

    private void CheckLog()
    {
        var secrets = new NoSecrets();
        foreach (var secret in one.Engine?.Secrets ?? [RealProvider.ClientSecret])
        {
            secrets.Add("of the provider", secret);
        }

        // ASP.NET Core's own category of requests writes whole addresses, codes in them too; the executable never lets it.
        var lines = site
            .Log.Lines.Skip(firstLine)
            .Where(line => !line.Contains("Microsoft.AspNetCore.Hosting.Diagnostics", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(lines);
        secrets.Check(lines);
        site.Secrets.Check(lines);
    }

    private async Task StepAsync(Step step, Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        var (mark, asked) = (site.Traffic.Mark, one.Engine?.Requests.Count ?? 0);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(longestStep);
        try
        {
            await act(bounded.Token);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            var words = $"{problem.Message} Sent: {site.Traffic.AllWords(mark)} The provider was asked: {Asked(asked)}";
            ProviderMatrix.Record(one.Line, name, step, StepResult.Failed, words);
            throw new InvalidOperationException($"{one.Line.Name}, {name}, {step}: {words}", problem);
        }

        ProviderMatrix.Record(
            one.Line,
            name,
            step,
            StepResult.Passed,
            step == Step.SignIn && one.Engine is not null ? Asked(asked) : site.Traffic.Words(mark)
        );
    }

    private string Asked(int from) =>
        string.Join(
            " → ",
            (one.Engine?.Requests ?? []).Skip(from).Select(request => $"{request.Method} {request.Path}")
        );
}
