using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Device;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.Memory;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Sessions;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.Storage.Sqlite;

namespace Gatehouse.Storage.Tests;

/// <summary>All stores of one implementation, as a host gets them. A new implementation adds its line to <see cref="All"/>.</summary>
internal sealed class Stores : IDisposable
{
    private readonly ServiceProvider provider;

    private Stores(IServiceCollection services) => provider = services.BuildServiceProvider();

    public static IReadOnlyDictionary<string, Func<Stores>> All { get; } =
        new Dictionary<string, Func<Stores>>
        {
            ["memory"] = () => new Stores(new ServiceCollection().TryAddMemoryStorage()),
            ["sqlite"] = () =>
            {
                var folder = new TemporaryFolder();
                return new Stores(new ServiceCollection().AddSqliteStorage(folder.Database)) { Folder = folder };
            },
        };

    public IConnectionStore Connections => Get<IConnectionStore>();
    public ITokenStore Tokens => Get<ITokenStore>();
    public ITransactionStore Transactions => Get<ITransactionStore>();
    public IClientStore Clients => Get<IClientStore>();
    public IDeviceStore Devices => Get<IDeviceStore>();
    public IKeyStore Keys => Get<IKeyStore>();
    public IVaultStore Vault => Get<IVaultStore>();
    public IAuditLog Audit => Get<IAuditLog>();
    public IPersonSessionStore People => Get<IPersonSessionStore>();
    public ISessionStore Sessions => Get<ISessionStore>();

    /// <summary>Of SQLite only.</summary>
    public SqliteDatabase Database => Get<SqliteDatabase>();

    private TemporaryFolder? Folder { get; init; }

    /// <summary>The stores on a database file.</summary>
    public static Stores Sqlite(string path) => new(new ServiceCollection().AddSqliteStorage(path));

    /// <summary>The stores on the database file of somebody else.</summary>
    public static Stores Existing(string path) => new(new ServiceCollection().AddExistingSqliteStorage(path));

    public void Dispose()
    {
        provider.Dispose();
        Folder?.Dispose();
    }

    private T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();
}
