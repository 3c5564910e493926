using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.DemoCloud.Storage;

/// <summary>Small JSON files that are replaced as a whole: a crash leaves the old one or the new one.</summary>
internal sealed class DataFolder
{
    private readonly string folder;

    private DataFolder(string folder) => this.folder = folder;

    public string Blobs => Path.Combine(folder, "blobs");

    public static DataFolder Open(string folder)
    {
        var opened = new DataFolder(Path.GetFullPath(folder));
        _ = Directory.CreateDirectory(opened.Blobs);
        return opened;
    }

    public async Task<T?> ReadAsync<T>(string name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var file = FileOf(name);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync(stream, type, cancellationToken);
        }
        catch (JsonException unreadable)
        {
            throw new IOException(
                $"The demo cloud cannot read {file}: {unreadable.Message} Put it right, or delete the folder to start with sample data.",
                unreadable
            );
        }
    }

    public async Task WriteAsync<T>(string name, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var file = FileOf(name);
        var next = file + ".next";
        await using (var stream = File.Create(next))
        {
            await JsonSerializer.SerializeAsync(stream, value, type, cancellationToken);
            await stream.FlushAsync(cancellationToken);
            RandomAccess.FlushToDisk(stream.SafeFileHandle);
        }

        File.Move(next, file, overwrite: true);
    }

    private string FileOf(string name) => Path.Combine(folder, name + ".json");
}
