using Gatehouse.Interop.Tests.Compatibility;

namespace Gatehouse.Interop.Tests.Lab;

/// <summary>The story every client goes through, and the judge of each step.</summary>
internal sealed class Story(LabEntry entry, LabClient client, LabSite site)
{
    private static readonly TimeSpan longestStep = TimeSpan.FromMinutes(4);

    private readonly MatrixClient line = entry.Line;

    /// <summary>Walks all steps and records each; throws at the first that failed.</summary>
    public async Task WalkAsync(CancellationToken cancellationToken)
    {
        await StepAsync(Step.SignIn, SignInAsync, cancellationToken);
        await StepAsync(Step.ListTools, ListToolsAsync, cancellationToken);
        await StepAsync(Step.Call, CallAsync, cancellationToken);
        await StepAsync(Step.Refresh, RefreshAsync, cancellationToken);
        await StepAsync(Step.CallAgain, CallAsync, cancellationToken);
        await StepAsync(Step.SignInAnew, SignInAnewAsync, cancellationToken);
        site.Secrets.Check(site.Log);
    }

    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        var mark = site.Traffic.Mark;
        await client.SignInAsync(cancellationToken);
        Assert.Equal(1, site.Person.SignIns);
        var sent = site.Traffic.Since(mark);
        var redeemed = Assert.Single(sent, one => one is { What: "authorization_code", Status: 200 });
        Assert.Equal(entry.Documents, redeemed.ClientId.StartsWith("https://", StringComparison.Ordinal));
        Assert.Equal(!entry.Documents, sent.Any(one => one is { Path: "/register", Status: 201 }));
    }

    private async Task ListToolsAsync(CancellationToken cancellationToken)
    {
        var tools = await client.ListToolsAsync(cancellationToken);
        Assert.Contains("create_note", tools, StringComparison.Ordinal);
        Assert.Contains("list_folder", tools, StringComparison.Ordinal);
    }

    private async Task CallAsync(CancellationToken cancellationToken)
    {
        var (mark, signIns) = (site.Traffic.Mark, site.Person.SignIns);
        Assert.Contains("alice", await client.CallAsync(cancellationToken), StringComparison.Ordinal);
        Assert.Contains(site.Traffic.Since(mark), sent => sent is { What: "tools/call access", Status: 200 });
        Assert.Equal(signIns, site.Person.SignIns);
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var mark = site.Traffic.Mark;
        await client.RunOutAsync(cancellationToken);
        await CallAsync(cancellationToken);
        Assert.Contains(site.Traffic.Since(mark), sent => sent.IsRefresh);
    }

    private async Task SignInAnewAsync(CancellationToken cancellationToken)
    {
        var signIns = site.Person.SignIns;
        Assert.NotEqual(0, await site.RevokeAsync(cancellationToken));
        await client.SignInAnewAsync(cancellationToken);
        Assert.Equal(signIns + 1, site.Person.SignIns);
        await CallAsync(cancellationToken);
    }

    private async Task StepAsync(Step step, Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        var mark = site.Traffic.Mark;
        var problem = await ProblemAsync(act, cancellationToken);
        var sent = site.Traffic.Since(mark);
        if (client.Deviations.FirstOrDefault(known => known.Step == step) is { } known)
        {
            var shown =
                known.Shows(sent, problem)
                ?? throw new InvalidOperationException(
                    $"{line.Name} {line.Version} no longer shows its fault ({known.Reason}). Sent: {site.Traffic.Words(mark)}",
                    problem
                );
            Matrix.Record(line, step, StepResult.ClientFault, $"{known.Reason} Seen: {shown}");
            await client.RecoverAsync(cancellationToken);
            await CallAsync(cancellationToken);
            return;
        }

        if (problem is null)
        {
            Matrix.Record(line, step, StepResult.Passed, site.Traffic.Words(mark));
            return;
        }

        var words = $"{problem.Message} Sent: {site.Traffic.AllWords(mark)}";
        Matrix.Record(line, step, StepResult.Failed, words);
        throw new InvalidOperationException($"{line.Name} {line.Version}, {step}: {words}", problem);
    }

    private static async Task<Exception?> ProblemAsync(
        Func<CancellationToken, Task> act,
        CancellationToken cancellationToken
    )
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(longestStep);
        try
        {
            await act(bounded.Token);
            return null;
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            return problem;
        }
    }
}
