namespace Gatehouse.Storage.Tests;

/// <summary>A folder of its own for a test, with the place of a database in a folder that does not exist yet.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gatehouse-storage-").FullName;

    public string Database => System.IO.Path.Combine(Path, "data", "gatehouse.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
