using System.Reflection;

namespace Gatehouse.Testing.Sites;

/// <summary>Stands before one store; public and open because the runtime derives from it.</summary>
public class StoreProxy : DispatchProxy
{
    private object inner = null!;
    private string name = "";
    private StoreFaults faults = null!;

    internal void Set(object store, string storeName, StoreFaults owner) =>
        (inner, name, faults) = (store, storeName, owner);

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        faults.Call(
            $"{name}.{targetMethod!.Name}",
            () => targetMethod.Invoke(inner, BindingFlags.DoNotWrapExceptions, null, args, null)
        );
}
