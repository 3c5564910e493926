using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gatehouse.Bench.Servers;

/// <summary>Bytes: those alive on the heap, and those ever allocated.</summary>
internal static class MemoryEndpoints
{
    public const string Alive = "/bench/memory/alive";
    public const string Allocated = "/bench/memory/allocated";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Alive, context => Write(context, AliveBytes()));
        routes.MapGet(Allocated, context => Write(context, GC.GetTotalAllocatedBytes(precise: true)));
    }

    [SuppressMessage("Critical Code Smell", "S1215", Justification = "What is alive is known only after a collection.")]
    private static long AliveBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static Task Write(HttpContext context, long bytes) =>
        context.Response.WriteAsync(bytes.ToString(CultureInfo.InvariantCulture), context.RequestAborted);
}
