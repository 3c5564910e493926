namespace Gatehouse.Interop.Tests.Replayed;

/// <summary>Clients that cannot run here, by the requests they are known to send.</summary>
public sealed class ReplayedClientTests
{
    public static TheoryData<string> Files { get; } = [.. ReplayedClient.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task It_signs_in_works_refreshes_and_signs_in_anew_after_revocation(string file)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var client = ReplayedClient.Read(file);
        await using var replay = await Replay.StartAsync(client, cancellationToken);

        foreach (var step in client.AllSteps())
        {
            await replay.PlayAsync(step, cancellationToken);
        }

        replay.CheckSecrets();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_goes_through_everything_and_says_where_that_is_known_from(string file)
    {
        var client = ReplayedClient.Read(file);
        var steps = client.AllSteps().ToList();

        Assert.NotEmpty(client.Source);
        Assert.NotEmpty(client.FilledIn);
        Assert.All(steps, step => Assert.NotNull(step.Does));
        Assert.Subset(
            steps.Select(step => step.Does!).ToHashSet(),
            new HashSet<string> { "discover", "register", "sign in", "list", "call", "refresh", "sign in anew" }
        );
    }
}
