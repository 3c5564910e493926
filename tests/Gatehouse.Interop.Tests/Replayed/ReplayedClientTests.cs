using Gatehouse.Interop.Tests.Compatibility;

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

        foreach (var column in Columns(client))
        {
            try
            {
                foreach (var step in column)
                {
                    await replay.PlayAsync(step, cancellationToken);
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                Matrix.Record(client.Line, column[0].Does!.Value, StepResult.Failed, problem.Message);
                throw;
            }

            Matrix.Record(client.Line, column[0].Does!.Value, StepResult.Passed, Evidence(column));
        }

        replay.CheckSecrets();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_goes_through_the_whole_story_and_says_where_that_is_known_from(string file)
    {
        var client = ReplayedClient.Read(file);
        var steps = client.AllSteps().Select(step => step.Does).ToList();

        Assert.Equal(steps.Order(), steps);
        Assert.Equal(Enum.GetValues<Step>(), Columns(client).Select(column => column[0].Does!.Value));
        Assert.NotEmpty(client.Source);
        Assert.NotEmpty(client.FilledIn);
        Assert.True(File.Exists(client.PagePath), client.PagePath);
    }

    private static List<List<ReplayedStep>> Columns(ReplayedClient client) =>
        [.. client.AllSteps().GroupBy(step => step.Does).Select(column => column.ToList())];

    // The requests, then what is peculiar about them and who says so.
    private static string Evidence(IReadOnlyCollection<ReplayedStep> column) =>
        string.Join(
            " ",
            column
                .Where(step => step.Why is not null)
                .Select(step => step.Source is null ? step.Why : $"{step.Why} ({step.Source})")
                .Distinct()
                .Prepend(string.Join(", ", column.Select(step => step.Words).Distinct()) + ".")
        );
}
