using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Samples;

/// <summary>Fills a new home.</summary>
internal static class SampleHomes
{
    public static Task FillAsync(Home home, CancellationToken cancellationToken) => Task.CompletedTask;
}
