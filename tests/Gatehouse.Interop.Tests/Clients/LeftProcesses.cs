using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Gatehouse.Interop.Tests.Clients;

/// <summary>Finds the processes that carry a mark in their environment: clients start helpers that outlive them.</summary>
internal static class LeftProcesses
{
    /// <summary>Ends all of them.</summary>
    /// <param name="mark">A line of their environment, <c>NAME=value</c>.</param>
    public static void End(string mark)
    {
        var looked = Encoding.UTF8.GetBytes(mark + "\0");
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (
                int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id)
                && Environ(folder).AsSpan().IndexOf(looked) >= 0
            )
            {
                End(id);
            }
        }
    }

    private static byte[] Environ(string folder)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, "environ"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or belongs to somebody else.
            return [];
        }
    }

    private static void End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            process.WaitForExit();
        }
        catch (ArgumentException)
        {
            // It ended meanwhile.
        }
    }
}
