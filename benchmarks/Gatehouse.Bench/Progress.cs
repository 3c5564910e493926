namespace Gatehouse.Bench;

/// <summary>What the driver is about, on the error stream: the report alone goes to the output.</summary>
internal static class Progress
{
    public static void Say(string what) => Console.Error.WriteLine($"  {what} ...");
}
