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
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.AspNetCore.Memory;

/// <summary>Stores for a host that brought none: everything is forgotten when the process ends.</summary>
internal static class MemoryStorageExtensions
{
    /// <summary>Adds the memory stores where no others were added.</summary>
    public static IServiceCollection TryAddMemoryStorage(this IServiceCollection services)
    {
        services.TryAddSingleton<MemoryState>();
        services.TryAddSingleton<IConnectionStore, MemoryConnectionStore>();
        services.TryAddSingleton<ITokenStore, MemoryTokenStore>();
        services.TryAddSingleton<ITransactionStore, MemoryTransactionStore>();
        services.TryAddSingleton<IClientStore, MemoryClientStore>();
        services.TryAddSingleton<IDeviceStore, MemoryDeviceStore>();
        services.TryAddSingleton<IPersonSessionStore, MemoryPersonSessionStore>();
        services.TryAddSingleton<IKeyStore, MemoryKeyStore>();
        services.TryAddSingleton<IVaultStore, MemoryVaultStore>();
        services.TryAddSingleton<IAuditLog, MemoryAuditLog>();
        services.TryAddSingleton<ISessionStore, MemorySessionStore>();
        return services;
    }
}
