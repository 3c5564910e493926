using System.Collections.Concurrent;
using System.Reflection;
using Gatehouse.AspNetCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Testing.Sites;

/// <summary>Stands before the real stores of a <see cref="Site"/>: sees what is asked of them and makes them unavailable.</summary>
public sealed class StoreFaults
{
    private readonly ConcurrentQueue<string> calls = new();
    private volatile Func<string, bool> isDown = _ => false;

    /// <summary>The methods that were called, such as <c>IConnectionStore.ConnectAsync</c>, in order.</summary>
    public IReadOnlyList<string> Calls => [.. calls];

    /// <summary>Those that write.</summary>
    public IReadOnlyList<string> Writes =>
        [
            .. calls.Where(call =>
                !call.Contains(".Find", StringComparison.Ordinal)
                && !call.Contains(".List", StringComparison.Ordinal)
                && !call.Contains(".Has", StringComparison.Ordinal)
                && !call.Contains(".Purge", StringComparison.Ordinal)
            ),
        ];

    /// <summary>Forgets the calls.</summary>
    public void Forget() => calls.Clear();

    /// <summary>Methods whose name contains this text fail from now on, as with a disk that is full.</summary>
    public void Break(string part) => isDown = call => call.Contains(part, StringComparison.Ordinal);

    /// <summary>All work again.</summary>
    public void Mend() => isDown = _ => false;

    /// <summary>Puts this before the store of that kind.</summary>
    public void Watch<T>(IServiceCollection services)
        where T : class
    {
        var real = services.Last(service => service.ServiceType == typeof(T)).ImplementationType!;
        services.AddSingleton(provider =>
        {
            var store = DispatchProxy.Create<T, StoreProxy>();
            ((StoreProxy)(object)store).Set(ActivatorUtilities.CreateInstance(provider, real), typeof(T).Name, this);
            return store;
        });
    }

    internal object? Call(string name, Func<object?> call)
    {
        calls.Enqueue(name);
        return isDown(name) ? throw new StorageUnavailableException($"{name} fails, as the test wants.") : call();
    }
}
