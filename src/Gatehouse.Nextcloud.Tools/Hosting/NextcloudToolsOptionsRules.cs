using Gatehouse.Nextcloud.Tools.Apps;
using Microsoft.Extensions.Options;

namespace Gatehouse.Nextcloud.Tools.Hosting;

/// <summary>Names an app that nobody knows before the server starts.</summary>
internal sealed class NextcloudToolsOptionsRules : IValidateOptions<NextcloudToolsOptions>
{
    public ValidateOptionsResult Validate(string? name, NextcloudToolsOptions options)
    {
        var known = NextcloudApps.All.Select(app => app.Name).ToList();
        var unknown = options.Apps.Except(known, StringComparer.OrdinalIgnoreCase).ToList();
        return unknown.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Apps: there is no app '{string.Join("', '", unknown)}'. The apps are {string.Join(", ", known)}."
            );
    }
}
