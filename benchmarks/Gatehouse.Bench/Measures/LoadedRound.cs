using Gatehouse.Bench.Load;
using Gatehouse.Bench.Servers;

namespace Gatehouse.Bench.Measures;

/// <summary>One visit to one row.</summary>
/// <param name="Load">What the callers saw.</param>
/// <param name="ProcessorTime">What the server process used.</param>
/// <param name="AllocatedBytes">What it allocated.</param>
internal sealed record LoadedRound(LoadResult Load, TimeSpan ProcessorTime, long AllocatedBytes)
{
    public double MicrosecondsPerRequest => ProcessorTime.TotalMicroseconds / Load.Requests;

    public double BytesPerRequest => (double)AllocatedBytes / Load.Requests;

    public double RequestsPerSecond => Load.Requests / Load.Elapsed.TotalSeconds;

    public static async Task<LoadedRound> MeasureAsync(ServerProcess server, Func<Task<LoadResult>> load)
    {
        var allocated = await server.ReadNumberAsync(MemoryEndpoints.Allocated);
        var used = server.ProcessorTime;
        var result = await load();
        return new LoadedRound(
            result,
            server.ProcessorTime - used,
            await server.ReadNumberAsync(MemoryEndpoints.Allocated) - allocated
        );
    }
}
