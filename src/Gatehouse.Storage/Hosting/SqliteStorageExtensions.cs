using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Device;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Sessions;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.Storage.Hosting;
using Gatehouse.Storage.Sqlite;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the stores of Gatehouse on SQLite.</summary>
public static class SqliteStorageExtensions
{
    /// <summary>
    /// Keeps everything in one SQLite file: survives restarts and power cuts. Other processes on this machine, such as the command
    /// line, may use it at the same time. It is opened and brought up to date before the server listens; where that
    /// fails, the start fails with <see cref="Gatehouse.AspNetCore.Storage.StorageUnavailableException"/>, which says what to do.
    /// </summary>
    /// <param name="services">Where the stores are added; they take the place of any that were added before.</param>
    /// <param name="path">The file. It and its folder are made, for this user only, where they do not exist.</param>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string path) =>
        services.AddStores(path, mustExist: false).AddSingleton<IHostedService, SqliteStartup>();

    /// <summary>
    /// The stores of the file of a server, running or not, for what is done beside it. The file is neither made nor brought up to date: the first call
    /// fails with <see cref="Gatehouse.AspNetCore.Storage.StorageUnavailableException"/> where there is none, or one of another version.
    /// </summary>
    /// <param name="services">Where the stores are added.</param>
    /// <param name="path">The file.</param>
    public static IServiceCollection AddExistingSqliteStorage(this IServiceCollection services, string path) =>
        services.AddStores(path, mustExist: true);

    private static IServiceCollection AddStores(this IServiceCollection services, string path, bool mustExist) =>
        services
            .AddLogging()
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<SqliteDatabase>(provider, path, mustExist))
            .AddSingleton(provider => new StorageProbe(
                provider.GetRequiredService<SqliteDatabase>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<IConnectionStore, SqliteConnectionStore>()
            .AddSingleton<ITokenStore, SqliteTokenStore>()
            .AddSingleton<ITransactionStore, SqliteTransactionStore>()
            .AddSingleton<IClientStore, SqliteClientStore>()
            .AddSingleton<IDeviceStore, SqliteDeviceStore>()
            .AddSingleton<IKeyStore, SqliteKeyStore>()
            .AddSingleton<IVaultStore, SqliteVaultStore>()
            .AddSingleton<IAuditLog, SqliteAuditLog>()
            .AddSingleton<IPersonSessionStore, SqlitePersonSessionStore>()
            .AddSingleton<ISessionStore, SqliteSessionStore>();
}
