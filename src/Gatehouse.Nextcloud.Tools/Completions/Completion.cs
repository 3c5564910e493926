using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Completions;

/// <summary>Something a person types that an app of Nextcloud can complete: declared with the app, see <see cref="Apps.NextcloudApp"/>.</summary>
/// <param name="Of">The name of the prompt, or the template of the resource.</param>
/// <param name="Argument">The argument of it.</param>
/// <param name="Scope">What the person must have allowed.</param>
/// <param name="ValuesAsync">What begins with, or holds, what was typed; the likeliest first.</param>
internal sealed record Completion(
    string Of,
    string Argument,
    string Scope,
    Func<IServiceProvider, NextcloudAccount, string, CancellationToken, Task<IEnumerable<string>>> ValuesAsync
);
