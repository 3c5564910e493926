using Gatehouse.AspNetCore.Storage;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

/// <summary>The file of a database: makes it, for its owner only, and opens connections to it.</summary>
internal sealed class SqliteFile(string path)
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Makes the folder and the file unless they exist; SQLite gives the mode of the file to those it puts beside it.</summary>
    public void Create()
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite };
            options.Share = FileShare.ReadWrite | FileShare.Delete;
            var folder = System.IO.Path.GetDirectoryName(Path)!;
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, OwnerFolder);
                options.UnixCreateMode = OwnerFile;
            }

            if (!File.Exists(Path))
            {
                using var created = new FileStream(Path, options);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException(
                $"The database '{Path}' cannot be created: {e.Message} Choose a data folder that this process may write.",
                e
            );
        }
    }

    /// <summary>Throws where there is no file.</summary>
    public void Demand()
    {
        if (!File.Exists(Path))
        {
            throw new StorageUnavailableException(
                $"There is no database '{Path}', or this process may not look into its folder. Name the data folder of the server, and run this as the user of the server."
            );
        }
    }

    /// <summary>
    /// The connection that writes. <c>synchronous=FULL</c>: a power cut loses no commit. <c>secure_delete</c>: what is erased is gone
    /// from the file. 16 MiB of cache, because hashes hit pages at random.
    /// </summary>
    public SqliteSession OpenWriter() =>
        Open(
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA secure_delete = ON;
            PRAGMA cache_size = -16384;
            """
        );

    /// <summary>A connection that only reads.</summary>
    public SqliteSession OpenReader() => Open("PRAGMA query_only = ON");

    private SqliteSession Open(string pragmas)
    {
        // The wait for a lock of another process is SQLite's own (busy_timeout); the library's would begin only after it.
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 1,
        };
        var session = new SqliteSession(new SqliteConnection(settings.ToString()));
        try
        {
            session.Connection.Open();
            session.Execute("PRAGMA busy_timeout = 5000");
            session.Execute(pragmas);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
