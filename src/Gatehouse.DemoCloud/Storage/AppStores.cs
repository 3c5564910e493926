using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.DemoCloud.Storage;

/// <summary>Opens what apps remember: from the data folder when there is one, else from memory, anew.</summary>
internal sealed class AppStores(DataFolder? folder)
{
    /// <summary>Opens a store.</summary>
    /// <param name="name">The name of the app, which becomes that of a file.</param>
    /// <param name="type">How the state is written.</param>
    /// <param name="begin">What it begins with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AppStore<T>> OpenAsync<T>(
        string name,
        JsonTypeInfo<T> type,
        Func<T> begin,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (folder is null)
        {
            return new AppStore<T>(begin(), (_, _) => Task.CompletedTask);
        }

        var kept = await folder.ReadAsync($"app-{name}", type, cancellationToken);
        return new AppStore<T>(
            kept ?? begin(),
            (state, cancel) => folder.WriteAsync($"app-{name}", state, type, cancel)
        );
    }
}
