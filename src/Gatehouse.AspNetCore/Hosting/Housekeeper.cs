using Microsoft.Extensions.Hosting;

namespace Gatehouse.AspNetCore.Hosting;

/// <summary>Runs every <see cref="IHousekeeping"/> at its own pace. A failure is logged and tried again at the next turn.</summary>
internal sealed class Housekeeper(IEnumerable<IHousekeeping> tasks, TimeProvider time, ILogger<Housekeeper> log)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(tasks.Select(task => LoopAsync(task, stoppingToken)));

    private async Task LoopAsync(IHousekeeping task, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(task.Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(task, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task TryAsync(IHousekeeping task, CancellationToken stoppingToken)
    {
        try
        {
            await task.RunAsync(stoppingToken);
        }
        catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
        {
            log.HousekeepingFailed(problem, task.GetType().Name);
        }
    }
}
