using Gatehouse.AspNetCore.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.AspNetCore.Tests.Hosting;

public sealed class HousekeeperTests
{
    [Fact]
    public async Task A_task_that_fails_or_times_out_runs_again_at_its_next_turn()
    {
        var time = new FakeTimeProvider();
        var task = new FailingTask();
        using var housekeeper = new Housekeeper([task], time, NullLogger<Housekeeper>.Instance);
        await housekeeper.StartAsync(TestContext.Current.CancellationToken);

        // The loop runs beside the test; how often the clock turns meanwhile is the machine's affair.
        while (task.Runs < 3)
        {
            time.Advance(task.Interval);
            await Task.Yield();
        }

        await housekeeper.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class FailingTask : IHousekeeping
    {
        private int runs;

        public int Runs => Volatile.Read(ref runs);

        public TimeSpan Interval { get; } = TimeSpan.FromSeconds(1);

        public Task RunAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref runs);
            throw Runs == 1 ? new TaskCanceledException("as HttpClient does at its time-out") : new IOException("no");
        }
    }
}
