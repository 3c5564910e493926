using System.Text.Json;
using Gatehouse.Settings;

namespace Gatehouse.Stdio;

/// <summary>
/// The logins of this person on this computer: <c>logins.json</c> in their folder for settings, readable by nobody else. Replaced as a whole, so that a
/// crash leaves the old one or the new one.
/// </summary>
internal sealed class LoginFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Where it is for whoever runs this.</summary>
    public static LoginFile OfThisPerson { get; } =
        new(System.IO.Path.Combine(OwnFolder.In(Environment.SpecialFolder.ApplicationData), "logins.json"));

    public string Path => path;

    /// <summary>All that is kept.</summary>
    /// <exception cref="IOException">It cannot be read, or others can read it.</exception>
    public IReadOnlyList<StoredLogin> Read()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
        {
            throw new IOException(
                $"{path} holds passwords and others on this computer may read it. Run: chmod 600 {path} — and, if others use this computer, gatehouse login again."
            );
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), StdioJson.Default.StoredLoginArray) ?? [];
        }
        catch (JsonException unreadable)
        {
            throw new IOException(
                $"{path} cannot be read: {unreadable.Message} Delete it and run gatehouse login again.",
                unreadable
            );
        }
    }

    /// <summary>Keeps a login in the place of an earlier one for the same cloud.</summary>
    /// <returns>The earlier one.</returns>
    public StoredLogin? Put(StoredLogin login)
    {
        var before = Read();
        Write([.. before.Where(one => one.Cloud != login.Cloud), login]);
        return before.FirstOrDefault(one => one.Cloud == login.Cloud);
    }

    public void Remove(string cloud) => Write([.. Read().Where(one => one.Cloud != cloud)]);

    private void Write(StoredLogin[] logins)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        var next = path + ".next";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            _ = Directory.CreateDirectory(folder);
        }
        else
        {
            _ = Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
            options.UnixCreateMode = OwnerOnly;
        }

        // A file that was left behind could have been made with other permissions.
        File.Delete(next);
        using (var stream = new FileStream(next, options))
        {
            JsonSerializer.Serialize(stream, logins, StdioJson.Default.StoredLoginArray);
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }
}
