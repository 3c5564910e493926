using Gatehouse.Nextcloud.Transport;
using Gatehouse.Nextcloud.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Nextcloud.Tools.Users;

/// <summary>Completes the name of a person of the cloud.</summary>
internal static class PersonNames
{
    private const int Limit = 100;

    /// <summary>Those the cloud finds by what was typed; none by nothing.</summary>
    public static async Task<IEnumerable<string>> CompleteAsync(
        IServiceProvider services,
        NextcloudAccount account,
        string typed,
        CancellationToken cancellationToken
    )
    {
        if (typed.Length == 0)
            return [];

        var people = services.GetRequiredService<PeopleClient>();
        var found = await people.FindAsync(account, typed, withGroups: false, Limit, cancellationToken);
        return found.Select(person => person.Name);
    }
}
