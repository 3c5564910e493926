using System.Diagnostics;

namespace Gatehouse.Bench.Measures;

/// <summary>What the disk takes to keep 4 KB for certain: without it nobody can judge the refresh.</summary>
internal static class DiskFlush
{
    public static Samples MeasureMicroseconds(string folder)
    {
        var file = Path.Combine(folder, "flush");
        var page = new byte[4096];
        List<double> times = [];
        using (var stream = new FileStream(file, FileMode.Create))
        {
            for (var i = 0; i < 200; i++)
            {
                var began = Stopwatch.GetTimestamp();
                stream.Write(page);
                stream.Flush(flushToDisk: true);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            }
        }

        File.Delete(file);
        return new Samples(times);
    }
}
