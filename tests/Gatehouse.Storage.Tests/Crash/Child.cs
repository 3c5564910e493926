namespace Gatehouse.Storage.Tests.Crash;

internal static class Child
{
    public const string Verb = "child";

    public static Task<int> RunAsync(string task, string path) => Task.FromResult(task.Length + path.Length);
}
